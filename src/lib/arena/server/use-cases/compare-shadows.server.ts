import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { seatById } from '../../domain/hearing/hearing.ts';
import { isJudge } from '../../domain/hearing/role.ts';
import { type ShadowComparison, compareShadow } from '../../domain/review/shadow.ts';
import { countMatch } from '../counted-match.server.ts';
import { findOwnSeat } from '../holder.server.ts';
import { NO_HEARING } from '../known-hearing.server.ts';

export interface ShownShadow extends ShadowComparison {
	readonly judgeName: string;
}

/**
 * What trainee judges saw otherwise than the panel: each the own sheets, trainers everybody's. Nothing before the result is
 * published, because it would tell what the panel's sheets come to.
 */
export async function readShadows(
	ctx: Ctx,
	hearingId: string,
	token: string | null
): Promise<Result<readonly ShownShadow[]>> {
	authorise(ctx, 'arena.sit');
	const counted = isId(hearingId) ? await countMatch(ctx.db, hearingId) : null;
	if (!counted) return refuse(...NO_HEARING);
	const { hearing, sheets, shadows } = counted;
	if (!hearing.course.published) return ok([]);
	const isTrainer = mayRun(ctx.actor, 'arena.organise');
	const own = isTrainer ? null : await findOwnSeat(ctx, hearingId, token);
	return ok(
		shadows.flatMap((shadow) => {
			const seat = seatById(hearing, shadow.judge);
			const isShown = seat && isJudge(seat.role) && (isTrainer || seat.id === own);
			const compared = isShown ? compareShadow(shadow, sheets) : null;
			return compared && seat ? [{ ...compared, judgeName: seat.name }] : [];
		})
	);
}
