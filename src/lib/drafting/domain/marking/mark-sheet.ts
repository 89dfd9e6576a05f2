import { toTenth } from '../check-rules.ts';
import type { Criterion, GuideBody } from '../piece-bodies.ts';

/** The level chosen for each criterion, by its id: an index into its levels, 0 = the worst. */
export type Levels = Readonly<Record<string, number>>;

/** Something said at one place of the document; `f` = about the document as a whole. */
export interface FieldComment {
	/** `f.facts` */
	readonly path: string;
	readonly text: string;
}

export const COMMENT_LIMIT = 600;
export const COMMENTS_LIMIT = 60;

type Criteria = Pick<GuideBody, 'criteria'>;

/** The criteria that no level of the guide was chosen for, in the order of the guide. */
export function openCriteria({ criteria }: Criteria, levels: Levels): Criterion[] {
	return criteria.filter(({ id, levels: known }) => {
		const level = levels[id];
		return level === undefined || !Number.isInteger(level) || level < 0 || level >= known.length;
	});
}

/** What a level of a criterion is worth, 0–100: levels are evenly spaced between the worst and the best. */
export const worthOf = ({ levels }: Criterion, level: number): number => (100 * level) / (levels.length - 1);

/**
 * The mark of a sheet, 0–100 with one decimal: each criterion's level in its share of the weight.
 * Throws when a criterion is open: a mark is never guessed.
 */
export function markOf(guide: Criteria, levels: Levels): number {
	const open = openCriteria(guide, levels);
	if (open.length > 0) throw new RangeError(`no level for ${open.map(({ id }) => id).join(', ')}`);
	const parts = guide.criteria.map((one) => one.weight * worthOf(one, levels[one.id]!));
	return toTenth(parts.reduce((sum, part) => sum + part, 0) / 100);
}

/** Only what the guide knows: a level of a criterion that it has. */
export function keepKnown({ criteria }: Criteria, levels: Levels): Levels {
	const known = criteria.filter((one) => openCriteria({ criteria: [one] }, levels).length === 0);
	return Object.fromEntries(known.map(({ id }) => [id, levels[id]!]));
}
