import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Fen } from '#lib/shared/money.ts';
import type { Stage } from './stages.ts';

/** Groups of factors: M lighter by law · m lighter · a heavier · A much heavier. */
export const FACTOR_GROUPS = { M: '法定从轻或减轻', m: '酌定从轻', a: '从重', A: '明显从重' } as const;
export type FactorGroup = keyof typeof FACTOR_GROUPS;

/** What a factor can contradict: two facts of 行政处罚法 33 and one condition of the lists. */
export const CONTRADICTED_FACTS = ['firstTime', 'noHarm', 'noMajorHazard'] as const;
export type ContradictedFact = (typeof CONTRADICTED_FACTS)[number];

export interface Factor {
	readonly id: string;
	readonly group: FactorGroup;
	readonly text: string;
	/** What must lie in the file for it to count. */
	readonly evidence: string;
	/** Empty = a choice of the benchmark, not of the law. */
	readonly statutory: readonly ResolvedCitation[];
	/** Stages whose own facts contradict the factor or contain it. */
	readonly never: readonly Stage[];
	/** The factor that it stands for when both are claimed. */
	readonly replaces?: string | undefined;
	/** Factors whose facts contradict it: they count, it does not. */
	readonly disprovedBy: readonly string[];
	/** Facts of the act that cannot be true beside it. */
	readonly contradicts?: readonly ContradictedFact[] | undefined;
	/** Words for the documents of a stage: evidence of nothing else proves the stage over again, not this factor. */
	readonly stageDocuments?: readonly string[] | undefined;
	/** With the same evidence it is the same fact and counts there only. */
	readonly sameFactAs?: string | undefined;
}

/** Tiers inside the statutory range (从轻 一般 从重). */
export const BRACKET_TIERS = ['light', 'normal', 'heavy'] as const;
export type BracketTier = (typeof BRACKET_TIERS)[number];

/**
 * A table of tiers (裁量权基准): data of a place and year, never code. All percentages are whole numbers.
 * The shipped one is a training default of ours.
 */
export interface Benchmark {
	readonly id: string;
	readonly title: string;
	readonly version: number;
	readonly verified: boolean;
	/** What `fractions` are of. */
	readonly basis: 'span';
	/** Percent of the span from the statutory minimum: lower and upper end. */
	readonly fractions: Readonly<Record<BracketTier, readonly [number, number]>>;
	readonly reduced: {
		/** Percent of the statutory minimum below which no reduction goes. */
		readonly floorOfMin: number;
		readonly requiresMinAboveZero: boolean;
		readonly requiresCollectiveDiscussion: boolean;
	};
	readonly point: 'midpoint';
	readonly rounding: {
		readonly unit: Fen;
		readonly person: Fen;
		readonly mode: 'half_up';
		readonly then: 'clamp_to_bracket';
	};
	readonly weights: Readonly<Record<FactorGroup, number>> & {
		/** The m's together never count below this. */
		readonly mTotalCap: number;
	};
	readonly thresholds: { readonly heavyFrom: number; readonly lightFrom: number; readonly reducedFromM: number };
	readonly firstViolationWindowYears: number;
	readonly factors: readonly Factor[];
	readonly notFactors: readonly { readonly text: string; readonly reason: string }[];
	readonly elsewhere: readonly { readonly place: string; readonly method: string; readonly status: string }[];
}
