import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type StoredItem, selectVersions } from './repository/bank.server.ts';

export interface CachedItem extends StoredItem {
	readonly cited: readonly CitedArticle[];
}

/**
 * Versions of items never change, so a node may keep them. Only the gists beside them can be reworded by a later load,
 * hence the limited age. Nothing here is needed by another node.
 */
const MAX_ITEMS = 2_000;
const MAX_AGE_SECONDS = 300;
const kept = new Map<string, { item: CachedItem; until: number }>();

const keyOf = ({ id, version }: { id: string; version: number }) => `${id}@${version}`;

/** The wanted versions in the wanted order; one query for all that are not kept. */
export async function readItems(ctx: Ctx, wanted: readonly { id: string; version: number }[]): Promise<CachedItem[]> {
	const now = performance.now();
	const missing = wanted.filter((one) => (kept.get(keyOf(one))?.until ?? 0) < now);
	if (missing.length > 0) await fill(ctx, missing, now);
	return wanted.map((one) => {
		const found = kept.get(keyOf(one));
		if (!found) throw new Error(`no item version ${keyOf(one)}`);
		return found.item;
	});
}

async function fill(ctx: Ctx, missing: readonly { id: string; version: number }[], now: number): Promise<void> {
	const rows = await selectVersions(ctx.db, missing);
	const cited = await readCited(
		ctx,
		rows.flatMap(({ body }) => body.citations)
	);
	if (kept.size > MAX_ITEMS) kept.clear();
	let at = 0;
	for (const row of rows) {
		const own = cited.slice(at, at + row.body.citations.length);
		at += row.body.citations.length;
		kept.set(keyOf(row), { item: { ...row, cited: own }, until: now + MAX_AGE_SECONDS * 1000 });
	}
}
