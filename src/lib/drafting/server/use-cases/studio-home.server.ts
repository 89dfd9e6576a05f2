import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

/** Which doors of the studio this person may open. */
export function readStudioHome(ctx: Ctx) {
	authorise(ctx, 'drafting.readMarkingFigures');
	return Promise.resolve({
		mayMark: mayRun(ctx.actor, 'drafting.mark'),
		mayWrite: mayRun(ctx.actor, 'drafting.writePieces')
	});
}
