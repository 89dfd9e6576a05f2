import type { Factor } from './benchmark.ts';
import type { PlaceLine, ResultView } from './calculator-result.ts';
import type { Calculation } from './calculator-sheet.ts';
import type { ListCondition } from './jurisdiction.ts';

/** A chosen rule: what it forbids, where it stands, and which acts it governs. */
export interface RuleCard {
	readonly id: string;
	readonly violation: string;
	readonly law: string;
	readonly article: string;
	readonly reference: string;
	readonly notes: string | null;
	readonly isVerified: boolean;
	readonly isScorable: boolean;
	/** Which acts it governs, where that is not simply today's. */
	readonly validity: string | null;
}

/** What another place makes of the case. */
export interface Elsewhere {
	readonly key: string;
	readonly title: string;
	readonly refused: string | null;
	readonly lines: readonly PlaceLine[];
}

/** Everything that the page of a calculation shows. */
export interface CalculatorPage extends Omit<Calculation, 'input'> {
	readonly benchmark: { readonly title: string; readonly version: number; readonly isVerified: boolean };
	/** Per act. */
	readonly rules: readonly (readonly RuleCard[])[];
	/** Null = no rule has been chosen. */
	readonly result: ResultView | null;
	readonly elsewhere: readonly Elsewhere[];
}

/** What the form offers at a place, whatever the case. */
export interface Offers {
	readonly places: readonly { readonly key: string; readonly label: string }[];
	readonly conditions: readonly { readonly id: ListCondition; readonly text: string }[];
	readonly factors: readonly Pick<Factor, 'id' | 'group' | 'text' | 'evidence'>[];
}

/** What was typed and what could not be read, by the names of the fields. */
export type Answers = Pick<Calculation, 'values' | 'faults'>;
