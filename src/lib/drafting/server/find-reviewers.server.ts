import { readHolders, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Reviewer } from '../domain/review/draw-panel.ts';

/** Who may be drawn as a reviewer: those who may fill in sheets. */
const REVIEWER_ROLES = ['trainer', 'legal-reviewer', 'judge'] as const;

export async function findReviewers(ctx: Ctx): Promise<Reviewer[]> {
	const [holders, units] = await Promise.all([readHolders(ctx, REVIEWER_ROLES), readUnits(ctx)]);
	const paths = new Map(units.map(({ id, path }) => [id, path]));
	return holders.map(({ id, unitId }) => ({ personId: id, unitPath: paths.get(unitId)! }));
}
