import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, refuse } from '#lib/shared/result.ts';
import type { Command } from '../../domain/hearing/event.ts';
import { type SentCommand, readCommand } from '../../forms.ts';
import { findOwnSeat } from '../holder.server.ts';
import { NO_HEARING } from '../known-hearing.server.ts';
import { type Acted, runCommand } from '../run-command.server.ts';

/**
 * Does what somebody on a seat wants done, once for each key. Whoever has no seat is refused like a stranger.
 * @param sent as it came from the page, not read yet
 * @param token of a personal link; null = none
 */
export async function actInHearing(
	ctx: Ctx,
	hearingId: string,
	sent: SentCommand | { readonly [field: string]: unknown },
	token: string | null
): Promise<Result<Acted>> {
	authorise(ctx, 'arena.sit');
	if (!isId(hearingId)) return refuse(...NO_HEARING);
	const read = readCommand(sent);
	if (!read.ok) return refuse('malformed', read.fault);
	const seatId = await findOwnSeat(ctx, hearingId, token);
	if (seatId === null) return refuse(...NO_HEARING);
	const { key, act, detail } = read.value;
	return runCommand(ctx, hearingId, key, { by: seatId, act, detail } as unknown as Command);
}
