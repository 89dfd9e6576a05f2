import { type Random, seeded, shuffle } from '#lib/shared/random.ts';

/** A file that may be drawn, with the unit that answers for it; `/id/id/` is the path of a unit. */
export interface PoolFile {
	readonly key: string;
	readonly unitPath: string;
}

export interface Reviewer {
	readonly personId: string;
	readonly unitPath: string;
}

export interface DrawnFile {
	readonly key: string;
	readonly reviewers: readonly [string, string];
}

export type Draw =
	| { readonly ok: true; readonly files: readonly DrawnFile[] }
	/** No two reviewers from outside its unit. */
	| { readonly ok: false; readonly key: string };

/** Nobody reviews what their own unit, or one below it in which they work, answers for. */
export const isOutside = (reviewer: Reviewer, unitPath: string) => !reviewer.unitPath.startsWith(unitPath);

/** Draws so many files of the pool, and two reviewers for each: those with the fewest files first, else by lot. */
export function drawPanel(
	pool: readonly PoolFile[],
	reviewers: readonly Reviewer[],
	{ count, seed }: { readonly count: number; readonly seed: number }
): Draw {
	const random = seeded(seed);
	const load = new Map<string, number>();
	const files: DrawnFile[] = [];
	for (const { key, unitPath } of shuffle(pool, random).slice(0, count)) {
		const outside = reviewers.filter((one) => isOutside(one, unitPath));
		const [first, second] = lightestFirst(outside, load, random);
		if (!first || !second) return { ok: false, key };
		for (const { personId } of [first, second]) load.set(personId, (load.get(personId) ?? 0) + 1);
		files.push({ key, reviewers: [first.personId, second.personId] });
	}
	return { ok: true, files };
}

/** A third reviewer of one file; null when nobody is left. */
export function drawThird(
	unitPath: string,
	reviewers: readonly Reviewer[],
	{ taken, seed }: { readonly taken: readonly string[]; readonly seed: number }
): string | null {
	const left = reviewers.filter((one) => isOutside(one, unitPath) && !taken.includes(one.personId));
	return lightestFirst(left, new Map(), seeded(seed))[0]?.personId ?? null;
}

function lightestFirst(list: readonly Reviewer[], load: ReadonlyMap<string, number>, random: Random) {
	const of = ({ personId }: Reviewer) => load.get(personId) ?? 0;
	return shuffle(list, random).sort((left, right) => of(left) - of(right));
}
