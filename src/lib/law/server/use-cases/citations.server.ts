import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { CitedArticle, ResolvedCitation } from '../../domain/cited-article.ts';
import type { CitingKind, CitingPiece } from '../../domain/citing.ts';
import * as repository from '../repository.server.ts';
import * as citationsRepository from '../repository/citations.server.ts';

// The one place where anything that is shown tells which articles it rests on; currency works over it.

/** Registers versions of pieces that are shown from now on. */
export async function registerCitations(
	ctx: Ctx,
	list: readonly { piece: CitingPiece; references: readonly ResolvedCitation[] }[]
): Promise<void> {
	await citationsRepository.saveCitations(ctx.db, list);
}

/** Registers all that cites in a kind; whatever else of the kind was registered cites nothing any more. */
export async function replaceCitations(
	ctx: Ctx,
	kind: CitingKind,
	list: readonly { piece: CitingPiece; references: readonly ResolvedCitation[] }[]
): Promise<void> {
	const ids = list.map(({ piece }) => piece.id);
	await citationsRepository.hideOthers(ctx.db, kind, ids);
	await citationsRepository.saveCitations(ctx.db, list);
}

/** Pieces that are no longer shown cite nothing; what they cited is kept for when they come back. */
export async function withdrawCitations(ctx: Ctx, kind: CitingKind, ids: readonly string[]): Promise<void> {
	await citationsRepository.hidePieces(ctx.db, kind, ids);
}

/** Versions that were registered before are shown again. */
export async function restoreCitations(
	ctx: Ctx,
	kind: CitingKind,
	list: readonly { id: string; version: number }[]
): Promise<void> {
	await citationsRepository.showPieces(
		ctx.db,
		list.map(({ id, version }) => ({ kind, id, version }))
	);
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
