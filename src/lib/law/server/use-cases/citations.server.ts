import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { CitedArticle, ResolvedCitation } from '../../domain/cited-article.ts';
import * as repository from '../repository.server.ts';

export type { CitingPiece } from '../repository.server.ts';

/** The one place where anything that is shown tells which articles it rests on; currency works over it. */
export async function registerCitations(
	ctx: Ctx,
	list: readonly { piece: repository.CitingPiece; references: readonly ResolvedCitation[] }[]
): Promise<void> {
	await repository.saveCitations(ctx.db, list);
}

/** Adds title, heading and gist to resolved citations, in their order. */
export async function readCited(ctx: Ctx, citations: readonly ResolvedCitation[]): Promise<CitedArticle[]> {
	if (citations.length === 0) return [];
	const rows = await repository.selectGists(ctx.db, citations);
	const key = (one: { law: string; version: string; article: string }) => `${one.law}/${one.version}/${one.article}`;
	const byKey = new Map(rows.map((row) => [key(row), row]));
	return citations.flatMap((one) => {
		const row = byKey.get(key(one));
		return row ? [{ ...one, lawTitle: row.lawTitle, heading: row.heading, gist: row.gist }] : [];
	});
}
