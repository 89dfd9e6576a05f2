import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { NO_HEARING } from '../known-hearing.server.ts';
import { runCommand } from '../run-command.server.ts';

export interface RecusalDecision {
	/** Made by the page. */
	readonly key: string;
	readonly seatId: string;
	readonly granted: boolean;
	readonly reason: string;
}

/** Decides about a judge's recusal: the panel never decides about its own members. */
export async function decideRecusal(
	ctx: Ctx,
	hearingId: string,
	{ key, ...detail }: RecusalDecision
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'arena.organise');
	if (!isId(hearingId)) return refuse(...NO_HEARING);
	return inTransaction(me, async (inner): Promise<Result<null>> => {
		const done = await runCommand(inner, hearingId, key, { by: 'organiser', act: 'rule-recusal', detail });
		if (!done.ok) return done;
		await recordAudit(inner, 'arena.organise', `hearing:${hearingId}`, { recusal: detail });
		return ok(null);
	});
}
