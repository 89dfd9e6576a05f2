import type { Feedback } from './feedback.ts';
import type { SetKind } from './kinds.ts';
import type { Question } from './present.ts';

/** What an answer may change of a set. `marks` by position, null = open. */
export interface SetProgress {
	readonly answered: number;
	readonly marks: readonly (number | null)[];
	readonly finished: boolean;
	readonly mark: number | null;
}

/** A set as its page knows it. `ledger` = it counts for the month. */
export interface SetView extends SetProgress {
	readonly id: string;
	readonly kind: SetKind;
	readonly title: string;
	readonly day: string;
	readonly size: number;
	readonly ledger: boolean;
}

/** What comes back when an answer was marked. */
export interface Answered {
	readonly feedback: Feedback;
	readonly question: Question | null;
	readonly set: SetProgress;
}

/** An answer that could not be taken. */
export interface Refused {
	readonly position: number;
	readonly picks: readonly string[];
	readonly fault: string;
}

export interface SummaryLine {
	readonly position: number;
	readonly title: string;
	/** null = left open when the day was over */
	readonly mark: number | null;
	readonly kind: string;
	readonly why: string;
}
