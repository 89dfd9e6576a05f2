import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { containing } from '#lib/shared/like.ts';
import { DRILL_KINDS } from '../../domain/kinds.ts';
import * as bankRepository from '../repository/bank.server.ts';

/** Titles of items by id, for pages that list ledger facts (`item:id@version`). */
export function readItemTitles(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
	return bankRepository.selectTitles(ctx.db, [...new Set(ids)]);
}

/** Titles of the items that may be drawn now, in the order asked. */
export async function readDrawableTitles(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
	if (ids.length === 0) return [];
	const titles = await bankRepository.selectShownTitles(ctx.db, ids);
	return ids.flatMap((id) => (titles.has(id) ? [{ id, title: titles.get(id)! }] : []));
}

/** How many questions may be drawn. */
export function countItems(ctx: Ctx): Promise<number> {
	return bankRepository.countItems(ctx.db);
}

/** Hits for the search box of officers: by title only, so that a stem or a key cannot be fished for. */
export async function findItems(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'drills.readOwnRecord');
	const rows = await bankRepository.findByTitle(ctx.db, containing(query), limit);
	return rows.map(({ title, kind }) => ({ title, path: `/drills/${kind}`, excerpt: DRILL_KINDS[kind] }));
}
