import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import * as repository from '../repository.server.ts';

/** The articles of a law for which the penalty table has figures. */
export async function listPenalArticles(ctx: Ctx, lawId: string): Promise<string[]> {
	authorise(ctx, 'discretion.readProvisions');
	return repository.selectPenalArticles(ctx.db, lawId);
}
