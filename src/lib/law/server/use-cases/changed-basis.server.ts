import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type ChangedBasis, basisOf } from '../../domain/basis.ts';
import type { CitingKind } from '../../domain/citing.ts';
import { settle } from '../../domain/currency.ts';
import { keep, recall } from '../repository/kept-basis.server.ts';
import * as currencyRepository from '../repository/currency.server.ts';
import { settleAhead } from '../reviewing.server.ts';

/**
 * The shown pieces of a kind whose law has changed by today, by id: one statement. Asked before anything is drawn or listed.
 * What it holds was never stored, so it is right from the first minute of the day on which a version ends.
 */
export async function readChangedBasis(ctx: Ctx, kind: CitingKind): Promise<ReadonlyMap<string, ChangedBasis>> {
	return (await readAllChangedBasis(ctx))[kind];
}

/** The same for every kind. */
export async function readAllChangedBasis(ctx: Ctx) {
	const today = dayOf(ctx.now);
	const { citations, books } = await currencyRepository.selectState(ctx.db);
	const pieces = basisOf(settle(citations, books, today), books.versions);
	keep(ctx.db, today, pieces);
	return pieces;
}

/** The same as this node knew it at most a minute ago: for counts and notes, not for draws. Mostly no statement. */
export async function recallChangedBasis(ctx: Ctx, kind: CitingKind): Promise<ReadonlyMap<string, ChangedBasis>> {
	return recall(ctx.db, dayOf(ctx.now))?.[kind] ?? readChangedBasis(ctx, kind);
}

/** How many reviews wait for a decision, for the desk of whoever decides or teaches. */
export async function countOpenReviews(ctx: Ctx): Promise<number> {
	authorise(ctx, 'law.readChanges');
	const state = await currencyRepository.selectState(ctx.db);
	return settleAhead(ctx, state).filter(({ standing }) => standing === 'open').length;
}

/** Opens a review for every piece that waits for one, so that the queue has dates. Run by the starter and the sweep of any node; safe to repeat. */
export async function openReviews(ctx: Ctx): Promise<number> {
	const state = await currencyRepository.selectState(ctx.db);
	const known = new Set(state.books.reviews.map(({ id }) => id));
	const waiting = settleAhead(ctx, state).filter(
		({ standing, reviewId }) => standing === 'open' && !known.has(reviewId)
	);
	return currencyRepository.insertReviews(ctx.db, waiting, ctx.now);
}
