import type { Fen } from '#lib/shared/money.ts';
import type { Range } from './decision.ts';

/** A fine as a dot over the statutory span. */
export interface Dot {
	/** Percent of the span from its lower end; 0 and 100 also for what lies outside. */
	readonly x: number;
	/** 0 = lowest of those that stand at the same place. */
	readonly level: number;
	readonly isOwn: boolean;
	readonly isInside: boolean;
	/** Outside of the span itself; it stands at the end. */
	readonly isBeyond: boolean;
}

/** Dots nearer than this stand on each other. Percent. */
const WIDTH = 2.5;

/** Where an amount lies on the span, in percent; a fixed amount lies in the middle. */
export function shareOf(amount: Fen, { min, max }: Range): number {
	if (max === min) return 50;
	return Math.min(100, Math.max(0, ((amount - min) / (max - min)) * 100));
}

/** Every amount as a dot; equal and near ones are stacked, the own one lowest, so that it is always seen. */
export function dotsOf(
	amounts: readonly { amount: Fen; isOwn: boolean; isInside: boolean }[],
	statutory: Range
): Dot[] {
	const heights = new Map<number, number>();
	const ordered = amounts.toSorted(
		(left, right) => Number(right.isOwn) - Number(left.isOwn) || left.amount - right.amount
	);
	return ordered.map(({ amount, isOwn, isInside }) => {
		const place = Math.round(shareOf(amount, statutory) / WIDTH);
		const level = heights.get(place) ?? 0;
		heights.set(place, level + 1);
		const isBeyond = amount < statutory.min || amount > statutory.max;
		return { x: place * WIDTH, level, isOwn, isInside, isBeyond };
	});
}
