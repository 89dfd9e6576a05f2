import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { CitingKind } from '../../domain/citing.ts';
import { shortTitle } from '../../domain/title-key.ts';
import * as shared from '../repository/shared-articles.server.ts';

/** A shown piece of the same kind with the articles that both cite, the rarest first. */
export interface SharingPiece {
	readonly id: string;
	/** The rarer an article is among the pieces of the kind, the more it weighs. */
	readonly weight: number;
	readonly articles: readonly { readonly law: string; readonly lawTitle: string; readonly article: string }[];
}

/** The shown pieces that share most with a piece by what they cite, best first. */
export async function readSharing(ctx: Ctx, kind: CitingKind, id: string, limit: number): Promise<SharingPiece[]> {
	authorise(ctx, 'law.readLaws');
	const rows = await shared.selectSharing(ctx.db, kind, id, limit);
	return rows.map(({ articles, ...rest }) => ({
		...rest,
		articles: articles.map(({ title, ...one }) => ({ ...one, lawTitle: shortTitle(title) }))
	}));
}

/** Ids of the shown pieces of a kind that cite a law, or one article of it. */
export async function findCitingIds(
	ctx: Ctx,
	kind: CitingKind,
	law: string,
	article: string | null
): Promise<string[]> {
	authorise(ctx, 'law.readLaws');
	return shared.selectCitingIds(ctx.db, kind, law, article);
}

/** The articles that shown pieces of a kind cite most, with how many do: what a list offers to narrow by. */
export async function readCitedMost(ctx: Ctx, kind: CitingKind, limit: number) {
	authorise(ctx, 'law.readLaws');
	const rows = await shared.selectCitedMost(ctx.db, kind, limit);
	return rows.map(({ title, ...one }) => ({ ...one, lawTitle: shortTitle(title) }));
}
