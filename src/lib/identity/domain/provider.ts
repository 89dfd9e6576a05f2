/** What the environment says of the provider by which people may sign in. */
export interface ProviderSettings {
	readonly issuer: string;
	readonly clientId: string;
	/** Empty for a public client, which PKCE alone protects. */
	readonly clientSecret: string;
	/** What the button says. */
	readonly label: string;
	/** Of the claims of whoever signed in, the one that is the account. */
	readonly claim: string;
}

/** The account that a claim names; null when it names none: no text, an empty one, or one that no account can be. */
export function readClaim(claims: Readonly<Record<string, unknown>>, claim: string): string | null {
	const value = claims[claim];
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).normalize('NFKC').trim();
	return /^[^\p{Cc}\p{Cf}]{1,64}$/u.test(text) ? text : null;
}
