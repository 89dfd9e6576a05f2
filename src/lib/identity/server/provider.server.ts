import * as oidc from 'openid-client';
import type { Log } from '#lib/platform/log.server.ts';
import { isLoopback } from '#lib/shared/environment.ts';
import { type Refusal, type Result, ok, refuse } from '#lib/shared/result.ts';
import { type ProviderSettings, readClaim } from '../domain/provider.ts';

// The only file that knows openid-client: authorization code with PKCE, state and nonce (docs/decisions/0059).

const TIMEOUT_SECONDS = 10;
const UNREACHABLE: Refusal = {
	code: 'unreachable',
	message: '统一身份认证平台没有回应，请稍后再试，或者用账号和密码登录。'
};
const BROKEN: Refusal = { code: 'broken', message: '统一身份认证没有完成，请重新来一次，或者用账号和密码登录。' };
const NONE: Refusal = { code: 'no-provider', message: '本系统没有接统一身份认证，请用账号和密码登录。' };

let settings: ProviderSettings | null = null;
/** What the provider says of itself; asked for with the first sign-in, and again after a failure. */
let discovered: Promise<oidc.Configuration> | null = null;

/** Run once when the application starts. Without an issuer people sign in with passwords only. */
export function keepProvider(given: ProviderSettings): void {
	if (given.issuer !== '' && (given.clientId === '' || given.claim === '')) {
		throw new Error('LEITAI_OIDC_ISSUER 已设置，还缺 LEITAI_OIDC_CLIENT_ID 或 LEITAI_OIDC_CLAIM');
	}
	settings = given.issuer === '' ? null : given;
	discovered = null;
}

/** What the button of the sign-in page says; null = no button. */
export const providerLabel = (): string | null => settings?.label ?? null;

/** What to say to somebody who comes back without an errand. @param code of the refusal that sent them; null = none did */
export const providerFailure = (code: string | null): Refusal =>
	[UNREACHABLE, NONE].find((refusal) => refusal.code === code) ?? BROKEN;

/** What must be remembered until the person comes back; kept in a cookie that scripts cannot read. */
export interface Errand {
	readonly state: string;
	readonly nonce: string;
	readonly verifier: string;
}

/** Where to send somebody who wants to sign in by the provider, and what to remember meanwhile. */
export async function beginErrand(log: Log, returnTo: string): Promise<Result<{ address: URL; errand: Errand }>> {
	const found = await discover(log);
	if (!found.ok) return found;
	const errand = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
	const address = oidc.buildAuthorizationUrl(found.value, {
		...{ redirect_uri: returnTo, scope: 'openid profile', state: errand.state, nonce: errand.nonce },
		code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
		code_challenge_method: 'S256'
	});
	return ok({ address, errand });
}

/**
 * The account that the provider vouches for.
 * @param arrived the address with which the person came back
 */
export async function finishErrand(log: Log, arrived: URL, errand: Errand): Promise<Result<string>> {
	const found = await discover(log);
	if (!found.ok) return found;
	const claim = settings!.claim;
	try {
		const tokens = await oidc.authorizationCodeGrant(found.value, arrived, {
			...{ expectedState: errand.state, expectedNonce: errand.nonce },
			...{ pkceCodeVerifier: errand.verifier, idTokenExpected: true }
		});
		const own = tokens.claims()!;
		// Many providers keep all but the subject for a second question.
		const claims = claim in own ? own : await oidc.fetchUserInfo(found.value, tokens.access_token, own.sub);
		const account = readClaim(claims, claim);
		if (account !== null) return ok(account);
		log.warn({ claim }, 'the provider sent no such claim');
		return refuse('no-claim', '统一身份认证平台没有给出账号，请系统管理员核对配置。');
	} catch (error) {
		log.warn({ error: describe(error) }, 'sign-in by the provider failed');
		return { ok: false, refusal: BROKEN };
	}
}

async function discover(log: Log): Promise<Result<oidc.Configuration>> {
	if (!settings) return { ok: false, refusal: NONE };
	const { issuer, clientId, clientSecret } = settings;
	const url = new URL(issuer);
	// Named deprecated to be noticed; by the environment's check only an issuer on this machine gets here without TLS.
	const execute = isLoopback(url) ? [oidc.allowInsecureRequests] : [];
	const options = { execute, timeout: TIMEOUT_SECONDS };
	try {
		discovered ??= oidc.discovery(url, clientId, undefined, authenticationBy(clientSecret), options);
		return ok(await discovered);
	} catch (error) {
		discovered = null;
		log.error({ error: describe(error), issuer }, 'the provider cannot be reached');
		return { ok: false, refusal: UNREACHABLE };
	}
}

/** How the provider says that it wants the secret; where it says nothing, in the header (OpenID Connect Discovery 1.0 §3). */
function authenticationBy(secret: string): oidc.ClientAuth {
	if (secret === '') return oidc.None();
	const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
	return (server, client, body, headers) => {
		const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
		return (methods.includes('client_secret_basic') ? basic : post)(server, client, body, headers);
	};
}

/** Without the answers themselves, which may hold tokens. */
function describe(error: unknown): string {
	if (!(error instanceof Error)) return 'unknown';
	const code = 'code' in error ? String(error.code) : '';
	const said = 'error' in error ? String(error.error) : '';
	return [error.name, code, said, error.message].filter(Boolean).join(' · ');
}
