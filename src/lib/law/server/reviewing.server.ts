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
		(left, right) => compare(left.since, right.since) || compare(left.kind, right.kind) || compare(left.id, right.id)
	);
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
