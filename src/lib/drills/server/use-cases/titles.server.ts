import type { Ctx } from '#lib/platform/ctx.server.ts';
import * as bankRepository from '../repository/bank.server.ts';

/** Titles of items by id, for pages that list ledger facts (`item:id@version`). */
export function readItemTitles(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
	return bankRepository.selectTitles(ctx.db, [...new Set(ids)]);
}

/** How many questions may be drawn. */
export function countItems(ctx: Ctx): Promise<number> {
	return bankRepository.countItems(ctx.db);
}
