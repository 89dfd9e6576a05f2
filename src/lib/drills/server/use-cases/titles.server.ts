import type { Ctx } from '#lib/platform/ctx.server.ts';
import * as repository from '../repository.server.ts';

/** Titles of items by id, for pages that list ledger facts (`item:id@version`). */
export function readItemTitles(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
	return repository.selectTitles(ctx.db, [...new Set(ids)]);
}

/** How many questions may be drawn. */
export function countItems(ctx: Ctx): Promise<number> {
	return repository.countItems(ctx.db);
}
