import { type Random, seeded, shuffle } from '#lib/shared/random.ts';

/** Choices from one seed, in the order in which they are asked for. */
export interface Dice {
	/** From `from` to `to`, both included. */
	number(from: number, to: number): number;
	pick<T>(list: readonly T[]): T;
	/** Up to `count` different ones. */
	some<T>(list: readonly T[], count: number): T[];
	chance(percent: number): boolean;
}

export function diceOf(seed: number): Dice {
	const random: Random = seeded(seed);
	const number = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
	return {
		number,
		pick: (list) => list[number(0, list.length - 1)]!,
		some: (list, count) => shuffle(list, random).slice(0, count),
		chance: (percent) => number(1, 100) <= percent
	};
}
