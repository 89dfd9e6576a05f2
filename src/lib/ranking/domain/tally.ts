import { type Fact, type NewEntry, isLate } from './entry.ts';
import { type Component, type PieceComponent, type Rule, componentsFor, isOfPieces } from './rule.ts';

/** How many pieces had each mark, by the mark (0–100) as it counts. */
export type Marks = Readonly<Record<string, number>>;

/**
 * What the entries of one officer and cycle add up to: counts only, so that the order of entries does not matter. Pieces
 * are counted by mark – at most 101 numbers, however many there are – because a best mark that is corrected must
 * leave room for the next best.
 */
export interface Tally {
	readonly sets: number;
	readonly fresh: number;
	/** Sum of marks (0–100 each) over the fresh questions. */
	readonly freshMarks: number;
	readonly reviews: number;
	readonly retained: number;
	/** By component; absent while there are none, as under a rule that scores none. */
	readonly pieces?: Readonly<Record<string, Marks>>;
}

export const EMPTY_TALLY: Tally = { sets: 0, fresh: 0, freshMarks: 0, reviews: 0, retained: 0 };

export type Foldable = Pick<NewEntry, 'source' | 'complete' | 'facts' | 'day' | 'replaces'>;

/**
 * Adds one entry by the rule of its cycle; of a source that the rule does not score it changes nothing. A piece counts once, in
 * the month of its first entry: a correction of the same month takes its place, a later one adds to no month.
 */
export function addEntry(tally: Tally, entry: Foldable, rule: Rule): Tally {
	if (isLate(entry)) return tally;
	const settled = settleEntry(tally, entry, rule);
	const { source, complete } = entry;
	const isSet = source === 'daily-set' && complete && componentsFor(rule, source).length > 0;
	return isSet ? { ...settled, sets: settled.sets + 1 } : settled;
}

/** Adds what an entry says and takes back what it replaces, whatever the months; what would be if late corrections counted. */
export function settleEntry(tally: Tally, { facts, replaces, source }: Foldable, rule: Rule): Tally {
	const components = componentsFor(rule, source);
	const added = addFacts(tally, facts, { components, sign: 1 });
	return replaces ? addFacts(added, replaces.facts, { components, sign: -1 }) : added;
}

interface How {
	readonly components: readonly Component[];
	readonly sign: 1 | -1;
}

function addFacts(tally: Tally, facts: readonly Fact[], { components, sign }: How): Tally {
	return components.reduce((sum, component) => {
		if (isOfPieces(component)) return addPieces(sum, facts, { component, sign });
		let [count, marks, right] = [0, 0, 0];
		for (const fact of facts) {
			if (!countsFor(component, fact)) continue;
			count++;
			marks += fact.mark;
			if (fact.mark === 100) right++;
		}
		return component.measure === 'first-tries'
			? { ...sum, fresh: sum.fresh + sign * count, freshMarks: sum.freshMarks + sign * marks }
			: { ...sum, reviews: sum.reviews + sign * count, retained: sum.retained + sign * right };
	}, tally);
}

/** Whether a fact is one of those that a component looks at. */
export function countsFor(component: Component, { daysSinceLast, daysSinceFirstSuccess, wasDue }: Fact): boolean {
	if (isOfPieces(component)) return true;
	const { measure, afterDays } = component;
	if (measure === 'first-tries') return daysSinceLast === null || daysSinceLast >= afterDays;
	return wasDue && (daysSinceFirstSuccess ?? -1) >= afterDays;
}

/** The mark of a piece as it counts: an easy one counts up to a ceiling. */
export function countedMark({ ceilings }: PieceComponent, { mark, level }: Fact): number {
	return Math.min(mark, level === undefined ? 100 : (ceilings[level - 1] ?? 100));
}

function addPieces(
	{ pieces = {}, ...rest }: Tally,
	facts: readonly Fact[],
	{ component, sign }: { component: PieceComponent; sign: 1 | -1 }
): Tally {
	const marks: Record<string, number> = { ...pieces[component.key] };
	for (const fact of facts) {
		const mark = countedMark(component, fact);
		marks[mark] = (marks[mark] ?? 0) + sign;
		// Nothing of what was taken back stays behind: the bytes say what counts, not how it came about.
		if (marks[mark] === 0) delete marks[mark];
	}
	const { [component.key]: _, ...others } = pieces;
	const all = Object.keys(marks).length === 0 ? others : { ...others, [component.key]: marks };
	return Object.keys(all).length === 0 ? rest : { ...rest, pieces: all };
}
