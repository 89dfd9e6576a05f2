import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { selectUndecided } from '../repository/marking-draws.server.ts';

/** Which doors of the studio this person may open, and how many documents are being marked. */
export async function readStudioHome(ctx: Ctx) {
	authorise(ctx, 'drafting.readMarkingFigures');
	const mayMark = mayRun(ctx.actor, 'drafting.mark');
	const mayWrite = mayRun(ctx.actor, 'drafting.writePieces');
	const undecided = await selectUndecided(ctx.db);
	return { mayMark, mayWrite, marking: undecided.length };
}
