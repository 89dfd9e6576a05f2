import type { Fen } from '#lib/shared/money.ts';
import type { AccidentLevel, ByLevel } from './stages.ts';

/** Which branch of a stage a fine belongs to; without one it applies together with the others. */
export interface Branch {
	/** As the table writes it. */
	readonly text: string;
	/** The branch applies from this illegal income on, this amount included. */
	readonly illegalIncomeFrom?: Fen | undefined;
	/** The branch applies below this illegal income, or without any. */
	readonly illegalIncomeBelow?: Fen | undefined;
	/** `ordinary` stands unless the file gives reasons for the other. */
	readonly gravity?: 'ordinary' | 'especially-grave' | undefined;
}

interface Common {
	/** Who pays, as the provision says it; see `subjectsIn`. */
	readonly subject: string;
	/** True = 处 (must fine once punished), false = 可以处. */
	readonly mandatory: boolean;
	readonly when?: Branch | undefined;
	/** 单处或者并处: beside the confiscation or alone. */
	readonly singleOrCombined?: boolean | undefined;
}

/** One fine of a stage. Both ends are included everywhere. */
export type Fine = Common &
	(
		| { readonly kind: 'range'; readonly min: Fen; readonly max: Fen }
		/** No statutory floor; what is imposed must be more than nothing. */
		| { readonly kind: 'up_to'; readonly min: 0; readonly max: Fen }
		/** Times the illegal income. */
		| { readonly kind: 'multiple_illegal_income'; readonly min: number; readonly max: number }
		/** Percent of last year's income. */
		| { readonly kind: 'pct_annual_income'; readonly min: number; readonly max: number }
		/** Percent by level; nothing to weigh. */
		| { readonly kind: 'fixed_pct_annual_income'; readonly levels: ByLevel<number> }
		| { readonly kind: 'range_by_accident_level'; readonly levels: ByLevel<readonly [Fen, Fen]> }
		/** The original fine for each day of refusal; no last number of days. */
		| { readonly kind: 'daily_multiple_of_original_fine'; readonly min: 1; readonly max: null; readonly per: '日' }
	);
export type FineKind = Fine['kind'];
export type { AccidentLevel };
