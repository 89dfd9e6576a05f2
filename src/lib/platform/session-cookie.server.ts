import type { RequestEvent } from '@sveltejs/kit';

export const SESSION_COOKIE = 'session';

/** `Secure` only where the address is https: bureaus run plain http on an intranet. */
const optionsOf = ({ url }: Pick<RequestEvent, 'url'>) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

export function keepSession(event: Pick<RequestEvent, 'cookies' | 'url'>, token: string, maxAge: number): void {
	event.cookies.set(SESSION_COOKIE, token, { ...optionsOf(event), maxAge });
}

export function dropSession(event: Pick<RequestEvent, 'cookies' | 'url'>): void {
	event.cookies.delete(SESSION_COOKIE, optionsOf(event));
}
