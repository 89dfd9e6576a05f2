import { seeded, shuffle } from '#lib/shared/random.ts';

/** Somebody who may be drawn; `/id/id/` is the path of a unit. */
export interface Reviewer {
	readonly personId: string;
	readonly unitPath: string;
}

export interface Around {
	/** Units of the nominees: nobody who works there, or in a unit below, judges. */
	readonly unitPaths: readonly string[];
	/** People who take part otherwise: nominees, whoever runs the selection, whoever has been on the panel. */
	readonly excluded: readonly string[];
}

/** Who could be on the panel. */
export function mayJudge(reviewers: readonly Reviewer[], { unitPaths, excluded }: Around): Reviewer[] {
	return reviewers.filter(
		({ personId, unitPath }) =>
			!excluded.includes(personId) && !unitPaths.some((nomineeUnit) => unitPath.startsWith(nomineeUnit))
	);
}

/** Draws so many of them by lot; null when there are too few. The same seed gives the same panel. */
export function drawPanel(
	pool: readonly Reviewer[],
	{ size, seed }: { readonly size: number; readonly seed: number }
): string[] | null {
	if (pool.length < size) return null;
	const ordered = [...pool].sort((left, right) => (left.personId < right.personId ? -1 : 1));
	return shuffle(ordered, seeded(seed))
		.slice(0, size)
		.map(({ personId }) => personId);
}
