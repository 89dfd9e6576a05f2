import type { Ctx } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { findLinkSeat, findPersonSeat } from './repository/seats.server.ts';

/** The token of a personal link: 32 random bytes, of which the database knows the digest only. */
export const hashOf = (token: string): string => sha256(`arena-link:${token}`);

/** The seat that whoever asks holds in a hearing: by account, or by a personal link. @param token of the link, null = none */
export async function findOwnSeat(ctx: Ctx, hearingId: string, token: string | null): Promise<string | null> {
	const own = ctx.actor ? await findPersonSeat(ctx.db, hearingId, ctx.actor.personId) : null;
	if (own !== null || token === null) return own;
	const linked = await findLinkSeat(ctx.db, hashOf(token), ctx.now);
	return linked?.hearingId === hearingId ? linked.seatId : null;
}
