import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Fen } from '#lib/shared/money.ts';
import type { BracketTier } from './benchmark.ts';
import type { AccidentLevel, Stage } from './stages.ts';

/** Conditions for using a no-penalty list, by the key that a decision's input names them with. */
export const LIST_CONDITIONS = [
	'noSeriousAccidentIn3Years',
	'notOnDishonestyList',
	'notHighRiskUnit',
	'noMajorHazard'
] as const;
export type ListCondition = (typeof LIST_CONDITIONS)[number];

export interface NoPenaltyRow {
	readonly list: 'MINOR' | 'FIRST';
	/** N5 must not be punished · N6 may stay unpunished. */
	readonly gate: 'N5' | 'N6';
	readonly provision: string;
	readonly condition: string;
}

/** One fine of one provision that a place changes. */
interface Place {
	readonly provision: string;
	readonly stage: Stage;
	readonly subject: string;
	readonly basis: string;
	readonly verified: boolean;
}
/** A local regulation changes the statutory range itself. */
export type LocalRange = Place & { readonly min: Fen; readonly max: Fen };
/** A table of tiers in yuan, which wins over the fractions. */
export type TierOverride = Place & Readonly<Record<BracketTier, readonly [Fen, Fen]>>;

/** From, included, and until, excluded; null = not a measure of this row. */
export type Measure = readonly [number, number | null] | null;

export interface AccidentSubrange {
	readonly provision: string;
	readonly level: AccidentLevel;
	readonly text: string;
	readonly deaths: Measure;
	readonly seriousInjuries: Measure;
	/** Fen. */
	readonly directLoss: Measure;
	readonly range: readonly [Fen, Fen];
}

/** What may differ from place to place. */
export interface Jurisdiction {
	readonly id: string;
	readonly title: string;
	readonly version: number;
	readonly benchmark: string;
	readonly hearing: {
		readonly unit: Fen;
		readonly person: Fen;
		/** Whether the threshold itself already counts. */
		readonly inclusive: boolean;
		readonly compare: 'total-per-party';
		readonly verified: boolean;
		/** Of a threshold that the bureau's legal reviewer has confirmed: where it stands. */
		readonly confirmed?: Readonly<Partial<Record<'unit' | 'person', string>>>;
		readonly source: string;
		readonly basis: ResolvedCitation;
		readonly nonFineTriggers: readonly string[];
	};
	/** Last day of the daily fine. */
	readonly daily: { readonly lastDay: 'reinspection'; readonly inclusive: boolean; readonly note: string };
	readonly noPenalty: {
		readonly conditions: readonly { readonly id: ListCondition; readonly text: string }[];
		readonly definitions: readonly { readonly term: string; readonly text: string }[];
		readonly source: string;
		readonly rows: readonly NoPenaltyRow[];
	};
	readonly accidentSubranges: {
		readonly enabled: boolean;
		readonly verified: boolean;
		readonly source: string;
		readonly rows: readonly AccidentSubrange[];
		readonly remarks: readonly string[];
	};
	readonly ranges: readonly LocalRange[];
	readonly overrides: readonly TierOverride[];
}
