import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import { recallChangedBasis } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { readCited } from '#lib/law/server/use-cases/citations.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { containing } from '#lib/shared/like.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { noteForPublic } from '../../domain/public-case.ts';
import * as repository from '../repository/public-cases.server.ts';
import { isOnShelf } from './list-cases.server.ts';

// What anybody may read without an account. Everything here comes from approved public pieces and from the law room.

export type PublicCard = repository.PublicCard;

/** The approved pieces, newest first, and when the list last changed. */
export async function readPublicCases(ctx: Ctx): Promise<{ cases: PublicCard[]; changedAt: Date | null }> {
	authorise(ctx, 'cases.readPublicCases');
	const [rows, changedAt, changed] = await Promise.all([
		repository.selectCards(ctx.db),
		repository.selectLastChange(ctx.db),
		recallChangedBasis(ctx, 'public-case')
	]);
	return { cases: rows.filter((row) => isOnShelf(row, changed)), changedAt };
}

export interface PublicPage extends PublicCard {
	readonly asOf: string;
	readonly html: string;
	readonly notes: readonly CitedArticle[];
	readonly basisNote: string | null;
}

/** One approved piece. Refusals: `withdrawn` for one that was once shown, `no-such-case` for whatever else. */
export async function readPublicCase(ctx: Ctx, slug: string): Promise<Result<PublicPage>> {
	authorise(ctx, 'cases.readPublicCases');
	const row = await repository.selectPublicCase(ctx.db, slug);
	if (!row || (!row.text && !row.withdrawnAt)) return refuse('no-such-case', '没有这一篇，或者它还没有公开。');
	if (!row.text) return refuse('withdrawn', WITHDRAWN);
	const { notes, ...text } = row.text;
	const { changedAt } = row;
	// Texts are stored with the addresses that reviewers see; those are for who may see drafts.
	const html = text.html.replaceAll('src="/cases/images/', 'src="/public/images/');
	const [cited, changed] = await Promise.all([readCited(ctx, notes), recallChangedBasis(ctx, 'public-case')]);
	const basis = changed.get(slug);
	const basisNote = basis ? noteForPublic(basis, text.asOf) : null;
	return basis && !basisNote
		? refuse('withdrawn', WITHDRAWN)
		: ok({ ...text, html, changedAt, notes: cited, basisNote });
}

const WITHDRAWN = '这一篇已经撤下，内容不再公开。';

/** Hits for the search box of a visitor. */
export async function findPublicCases(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'search.find');
	const [rows, changed] = await Promise.all([
		repository.findPublicCases(ctx.db, containing(query), limit),
		recallChangedBasis(ctx, 'public-case')
	]);
	return rows
		.filter((row) => isOnShelf(row, changed))
		.map(({ id, title, lead }) => ({ title, path: `/public/cases/${id}`, excerpt: lead }));
}

/** Whether a picture may be fetched by anybody: an approved piece holds it. */
export async function isPublicImage(ctx: Ctx, digest: string): Promise<boolean> {
	authorise(ctx, 'cases.readPublicCases');
	return /^[0-9a-f]{64}$/.test(digest) && repository.hasImage(ctx.db, digest);
}
