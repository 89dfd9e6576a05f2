import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { selectHearings } from '../repository/hearings.server.ts';

/** The hearings that anybody may watch, without an account: 执法开放日. What is called off is left out. */
export async function listOpenHearings(ctx: Ctx) {
	authorise(ctx, 'arena.sit');
	const rows = await selectHearings(ctx.db);
	return rows
		.filter(({ isPublic, cancelledAt }) => isPublic && cancelledAt === null)
		.map(({ id, title, startsAt, stage, publishedAt }) => ({
			...{ id, title, startsAt: startsAt.getTime() },
			state: publishedAt ? ('past' as const) : stage ? ('running' as const) : ('coming' as const)
		}));
}
