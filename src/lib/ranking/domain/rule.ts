import type { Source } from './entry.ts';

interface Shared {
	/** Its name in tallies, scores and tie-breaks; never given to another component. */
	readonly key: string;
	readonly name: string;
	/** For the head of a column. */
	readonly short: string;
	/** Percent; those of a rule sum to 100. */
	readonly weight: number;
	/** Below so many it is not measured; 0 = always measured, nothing counts as 0. */
	readonly least: number;
}

/** Over the questions of daily sets. */
export interface QuestionComponent extends Shared {
	/** first-tries: mean mark of questions never answered or not for `afterDays` · due-reviews: share fully right of the due reviews at least `afterDays` after the first success. */
	readonly measure: 'first-tries' | 'due-reviews';
	readonly afterDays: number;
}

/** Over pieces of work, each of which is marked as a whole: the mean of the best `most`. */
export interface PieceComponent extends Shared {
	readonly measure: 'best-pieces';
	readonly sources: readonly Source[];
	/** What one is called: 份, 本, 件. */
	readonly unit: string;
	readonly most: number;
	/** The highest mark that counts at levels 1–5; a piece without a level counts as it is. */
	readonly ceilings: readonly number[];
}
export type Component = QuestionComponent | PieceComponent;

/** A version of the monthly rule, as `content/ranking/rules` says it. */
export interface Rule {
	readonly version: number;
	/** The first of a month. */
	readonly effectiveFrom: string;
	/** Where its figures come from. */
	readonly basis: string;
	readonly components: readonly Component[];
	/** Percent of the weight that must be measured for a place; what is missing gives its weight to the rest. */
	readonly leastMeasured: number;
	/** Minimum participation in a month. */
	readonly floors: { readonly sets: number; readonly firstTries: number };
	/** Keys of the components that decide between equal totals. */
	readonly tieBreaks: readonly [string, string];
}

export const isOfPieces = (one: Component): one is PieceComponent => one.measure === 'best-pieces';

const sourcesOf = (one: Component): readonly Source[] => (isOfPieces(one) ? one.sources : ['daily-set']);

/** The components that an entry of this source counts for; none = it stands in the ledger and is not scored. */
export function componentsFor(rule: Rule, source: Source): readonly Component[] {
	return rule.components.filter((one) => sourcesOf(one).includes(source));
}

/** Whether a month has a rule: earlier ones were never ranked. @param rules by their first day */
export function hasRule(rules: readonly Rule[], cycle: string): boolean {
	return rules[0] !== undefined && rules[0].effectiveFrom <= `${cycle}-01`;
}

/** The rule in force on the first day of a cycle. @param rules by their first day */
export function ruleOf(rules: readonly Rule[], cycle: string): Rule {
	const rule = rules.findLast(({ effectiveFrom }) => effectiveFrom <= `${cycle}-01`);
	if (!rule) throw new RangeError(`no ranking rule for ${cycle}`);
	return rule;
}

/** The rule that is announced: the next one that is not in force in a cycle yet. */
export function ruleAfter(rules: readonly Rule[], cycle: string): Rule | null {
	return rules.find(({ effectiveFrom }) => effectiveFrom > `${cycle}-01`) ?? null;
}
