import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import Provider from 'oidc-provider';

/** What the server is told of it. */
export interface ProviderEnvironment {
	readonly LEITAI_OIDC_ISSUER: string;
	readonly LEITAI_OIDC_CLIENT_ID: string;
	readonly LEITAI_OIDC_CLIENT_SECRET: string;
	readonly LEITAI_OIDC_LABEL: string;
	readonly LEITAI_OIDC_CLAIM: string;
}

export interface IdentityProvider {
	readonly environment: ProviderEnvironment;
	stop(): Promise<void>;
}

const CLIENT = { client_id: 'leitai', client_secret: 'a secret of the tests that is long enough' };

/**
 * A real OpenID Connect provider on this machine. Its sign-in page takes any name and any password: whatever is typed as `login`
 * is the subject, and the claim `preferred_username`; then it asks for consent.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
	const port = await freePort();
	const issuer = `http://127.0.0.1:${port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				...CLIENT,
				// Of a loopback address of such a client any port is taken (RFC 8252 §7.3): the server chooses its own.
				application_type: 'native',
				redirect_uris: ['http://127.0.0.1/login/provider/callback']
			}
		],
		claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
		findAccount: (_: unknown, id: string) => ({
			accountId: id,
			claims: () => ({ sub: id, preferred_username: id, name: `登录名 ${id}` })
		}),
		pkce: { required: () => true }
	});
	const server = createHttpServer(provider.callback()).listen(port, '127.0.0.1');
	await once(server, 'listening');
	return {
		environment: {
			LEITAI_OIDC_ISSUER: issuer,
			LEITAI_OIDC_CLIENT_ID: CLIENT.client_id,
			LEITAI_OIDC_CLIENT_SECRET: CLIENT.client_secret,
			LEITAI_OIDC_LABEL: '区统一身份认证登录',
			LEITAI_OIDC_CLAIM: 'preferred_username'
		},
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}

/** Walks from an address of the provider through its two pages as a browser would. @returns the address it sends one back to */
export async function signInThere(address: URL, login: string): Promise<URL> {
	const jar = new Map<string, string>();
	let next = address;
	let body: URLSearchParams | null = null;
	const pages: Record<string, string>[] = [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }];
	for (let hop = 0; hop < 12; hop++) {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const method = body ? 'POST' : 'GET';
		const answer = await fetch(next, { method, body, headers: { cookie }, redirect: 'manual' });
		for (const line of answer.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
		}
		body = null;
		const location = answer.headers.get('location');
		if (location !== null) {
			next = new URL(location, next);
			if (next.origin !== address.origin) return next;
		} else if (answer.ok && pages.length > 0) {
			body = new URLSearchParams(pages.shift());
		} else throw new Error(`${next.href} answered ${answer.status}: ${await answer.text()}`);
	}
	throw new Error('the provider never sent anybody back');
}
