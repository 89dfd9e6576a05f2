import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { Allowance } from '#lib/platform/allowance.server.ts';

/** By which a listener without an account is known to one hearing, so that a vote can be changed and is not cast twice. */
const LISTENER_COOKIE = 'listener';
const TOKEN_BYTES = 32;
const MAX_AGE_SECONDS = 60 * 86_400;

export const listenerOf = ({ cookies }: Pick<RequestEvent, 'cookies'>): string | null =>
	cookies.get(LISTENER_COOKIE) ?? null;

/** A whole office may sit behind one address; a machine that makes browsers does not get far. */
const VOTES = new Allowance({ times: 60, windowMs: 600_000, mostKeys: 10_000 });

type Asking = Pick<RequestEvent, 'cookies' | 'url' | 'getClientAddress'>;

/** The token of this browser, made when somebody votes and never by looking; null = too many votes from this network. */
export function keepListener(asking: Asking, hearingId: string, now: Date): string | null {
	if (!VOTES.take(asking.getClientAddress(), now)) return null;
	const { cookies, url } = asking;
	const token = listenerOf({ cookies }) ?? randomBytes(TOKEN_BYTES).toString('base64url');
	const safe = { httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	cookies.set(LISTENER_COOKIE, token, { ...safe, path: `/arena/${hearingId}`, maxAge: MAX_AGE_SECONDS });
	return token;
}
