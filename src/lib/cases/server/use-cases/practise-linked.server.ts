import { startLinked } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, refuse } from '#lib/shared/result.ts';
import { readKept } from '../case-cache.server.ts';
import { selectStanding } from '../repository/reading.server.ts';

/** Starts a set of the drill items that go with a case. @returns the set's id */
export async function practiseLinked(ctx: Ctx, id: string): Promise<Result<string>> {
	authorise(ctx, 'cases.readCases');
	const standing = await selectStanding(ctx.db, id, null);
	const kept = standing && (await readKept(ctx, id, standing.version));
	if (!kept) return refuse('no-such-case', '没有这个案例，或者它还没有发布。');
	return startLinked(ctx, kept.row.body.parts?.related.items ?? []);
}
