import type { RequestEvent } from '@sveltejs/kit';

/** Holds the token of a personal link, on the addresses of its hearing only. */
const LINK_COOKIE = 'seat';

const optionsOf = (url: URL, hearingId: string) =>
	({ path: `/arena/${hearingId}`, httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

const MAX_AGE_SECONDS = 60 * 86_400;

export function keepLink(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	hearingId: string,
	token: string
): void {
	cookies.set(LINK_COOKIE, token, { ...optionsOf(url, hearingId), maxAge: MAX_AGE_SECONDS });
}

/** The token that a visitor of a hearing carries; null = none. */
export const linkOf = ({ cookies }: Pick<RequestEvent, 'cookies'>): string | null => cookies.get(LINK_COOKIE) ?? null;
