import type { RequestEvent } from '@sveltejs/kit';

/** What a sign-in remembers between its steps; each under its own name, and sent to the pages of the sign-in only. */
type Errand = 'sign-in-code' | 'sign-in-provider';

const optionsOf = ({ url }: Pick<RequestEvent, 'url'>) =>
	// Lax and not strict: the way back from a provider is a navigation from another site.
	({ path: '/login', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

export function keepErrand(
	event: Pick<RequestEvent, 'cookies' | 'url'>,
	name: Errand,
	{ text, maxAge }: { text: string; maxAge: number }
): void {
	event.cookies.set(name, text, { ...optionsOf(event), maxAge });
}

export const errandOf = ({ cookies }: Pick<RequestEvent, 'cookies'>, name: Errand): string | null =>
	cookies.get(name) ?? null;

export function dropErrand(event: Pick<RequestEvent, 'cookies' | 'url'>, name: Errand): void {
	event.cookies.delete(name, optionsOf(event));
}
