import { compareText } from '#lib/shared/compare-text.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { type Settled, settle } from '../domain/currency.ts';
import type { CurrencyState } from './repository/currency.server.ts';

/** A change is put up for review so long before it holds; until then nothing is set aside. */
const LEAD_DAYS = 60;

/** What is affected today, and what will be within the lead time. */
export function settleAhead(ctx: Ctx, { citations, books }: CurrencyState): Settled[] {
	const today = dayOf(ctx.now);
	const now = settle(citations, books, today);
	const known = new Set(now.map(({ reviewId }) => reviewId));
	const soon = settle(citations, books, addDays(today, LEAD_DAYS)).filter(({ reviewId }) => !known.has(reviewId));
	return [...now, ...soon].sort(
		(left, right) =>
			compareText(left.since, right.since) || compareText(left.kind, right.kind) || compareText(left.id, right.id)
	);
}
