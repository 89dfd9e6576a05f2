import type { Fen } from '#lib/shared/money.ts';
import type { ClaimSpread, FactorAgreement } from './consistency.ts';
import type { Spread } from './consistency-spread.ts';
import type { Range } from './decision.ts';
import type { Dot } from './fine-plot.ts';

/** One fine of a reference case as the bureau set it. No id of anybody is in it. */
export interface FineSpreadView {
	readonly about: string;
	readonly tier: string;
	readonly statutory: Range;
	readonly bracket: Range;
	readonly dots: readonly Dot[];
	readonly spread: Spread | null;
	readonly stopped: number;
	readonly before: Spread | null;
	readonly own: { readonly amount: Fen; readonly isInside: boolean; readonly place: number | null } | null;
}

/** Who set what; only for those who train or supervise the person's unit. */
export interface NamedWay {
	readonly name: string;
	readonly unitName: string;
	readonly mark: number;
	readonly amounts: readonly { readonly amount: Fen | null; readonly isInside: boolean }[];
}

export interface FiguresView {
	readonly count: number;
	readonly isTooFew: boolean;
	readonly meanMark: number | null;
	readonly fines: readonly FineSpreadView[];
	readonly claims: readonly ClaimSpread[];
	readonly overall: FactorAgreement;
	readonly factors: readonly FactorAgreement[];
	/** The quarter it is compared with, and how it was then; null = never set before. */
	readonly before: {
		readonly quarter: string;
		readonly count: number;
		readonly isTooFew: boolean;
		readonly meanMark: number | null;
		readonly alpha: number | null;
	} | null;
	readonly names: readonly NamedWay[] | null;
	/** Of the names left out, because they belong to other units. */
	readonly othersCount: number;
}

export interface ReferenceView {
	readonly id: string;
	readonly title: string;
	readonly level: number;
	/** The reader's own attempt in this quarter; null = none. */
	readonly own: { readonly attemptId: string; readonly isFinished: boolean; readonly mark: number | null } | null;
	/** An officer who may begin it now. */
	readonly mayStart: boolean;
	/** Null = told only when the own attempt is finished. */
	readonly figures: FiguresView | null;
}
