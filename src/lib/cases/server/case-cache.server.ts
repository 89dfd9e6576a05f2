import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { KeptBriefly } from './repository/kept-briefly.server.ts';
import { type CaseRow, selectVersion } from './repository/reading.server.ts';

/** A version with the law that stands beside each of its blocks and defects. */
export interface KeptCase {
	readonly row: CaseRow;
	/** By block, in their order. */
	readonly notes: readonly (readonly CitedArticle[])[];
	/** By defect; null = it rests on a rule alone. */
	readonly grounds: readonly (CitedArticle | null)[];
}

/** Versions never change; only the gists beside them can be reworded by a later load, hence the limited age. */
const kept = new KeptBriefly<KeptCase | null>(300, 300);

/** One version of a case, kept or read; null = there is none. */
export function readKept(ctx: Ctx, id: string, version: number): Promise<KeptCase | null> {
	return kept.get(ctx.db, `${id}@${version}`, async () => {
		const row = await selectVersion(ctx.db, id, version);
		return row && withLaw(ctx, row);
	});
}

/** A version with its law, without keeping it: for a handbook of many. */
export async function withLaw(ctx: Ctx, row: CaseRow): Promise<KeptCase> {
	const { blocks, parts } = row.body;
	const defects = parts?.defects ?? [];
	const wanted = [...blocks.flatMap(({ notes }) => notes), ...defects.flatMap(({ citation }) => citation ?? [])];
	const cited = (await readCited(ctx, wanted)).values();
	return {
		row,
		notes: blocks.map(({ notes }) => notes.map(() => cited.next().value!)),
		grounds: defects.map(({ citation }) => (citation ? cited.next().value! : null))
	};
}
