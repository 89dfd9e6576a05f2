import type { Refusal } from '#lib/shared/result.ts';
import type { RuleId } from './rules.ts';

/** Why an act is refused: a sentence, and the rule that forbids it where it is one of the sixteen. */
export interface HearingRefusal extends Refusal {
	readonly rule?: RuleId;
}

export const forbid = (rule: RuleId, code: string, message: string): HearingRefusal => ({ code, message, rule });

export const decline = (code: string, message: string, field?: string): HearingRefusal =>
	field === undefined ? { code, message } : { code, message, field };
