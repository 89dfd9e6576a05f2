import { seeded, shuffle } from '#lib/shared/random.ts';

export interface Candidate {
	readonly id: string;
	readonly unitId: string;
	/** Documents that wait for this person. */
	readonly open: number;
}

export interface Wanted {
	readonly count: number;
	/** The author, and the unit then and now: none of these marks it. */
	readonly authorId: string;
	readonly unitIds: readonly string[];
	/** Who has or had this document already. */
	readonly taken: readonly string[];
}

export interface Drawn {
	readonly markers: readonly string[];
	/** How many could not be found. */
	readonly missing: number;
	/** Why, in words; null when nobody is missing. */
	readonly reason: string | null;
}

/** Draws who marks a document: whoever has the fewest waiting, by lot among equals. The same seed draws the same people. */
export function drawMarkers(candidates: readonly Candidate[], wanted: Wanted, seed: number): Drawn {
	const strangers = candidates.filter(({ id, unitId }) => id !== wanted.authorId && !wanted.unitIds.includes(unitId));
	const free = strangers.filter(({ id }) => !wanted.taken.includes(id));
	// The order of rows must not decide.
	const sorted = [...free].sort((left, right) => (left.id < right.id ? -1 : 1));
	const drawn = shuffle(sorted, seeded(seed)).sort((left, right) => left.open - right.open);
	const markers = drawn.slice(0, wanted.count).map(({ id }) => id);
	const missing = wanted.count - markers.length;
	return { markers, missing, reason: missing === 0 ? null : describeLack(candidates, strangers, missing) };
}

function describeLack(all: readonly Candidate[], strangers: readonly Candidate[], missing: number): string {
	if (all.length === 0) return '没有人有阅卷的角色（教员、法制审核员、评委）。';
	const own = all.length - strangers.length;
	const left = own > 0 ? `，去掉撰写人所在单位的 ${own} 人` : '';
	return `有阅卷角色的 ${all.length} 人${left}和已经阅过这份的，还缺 ${missing} 人。`;
}
