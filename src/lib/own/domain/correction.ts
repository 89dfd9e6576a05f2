import { type Result, ok, refuse } from '#lib/shared/result.ts';

// A request to set something right that is recorded about oneself. The ledger, answers and marks are never edited: where a
// request is right, what follows is a new entry or a note, made in the room that owns the record.

/** What a request is about decides who answers it: administrators keep the register and neither see nor change marks. */
export const ABOUT = {
	account: '档案、角色和登录',
	record: '练兵、文书、案例、榜单和评优'
} as const;
export type About = keyof typeof ABOUT;

export const CORRECTION_STEPS = {
	corrected: '已更正',
	supplemented: '已补充说明',
	refused: '不予更正',
	withdrawn: '已撤回'
} as const;
export type CorrectionStepKind = keyof typeof CORRECTION_STEPS;

/** What whoever handles a request can say; taking it back is for whoever made it. */
export const ANSWERS = ['corrected', 'supplemented', 'refused'] as const satisfies readonly CorrectionStepKind[];
export type AnswerKind = (typeof ANSWERS)[number];

export const OPEN = '待办理';

export const LEAST_REASON = 4;

/** So many requests of one person may wait at once. */
export const MOST_OPEN = 10;

/** A request as far as the next step needs to know it. */
export interface Pending {
	readonly personId: string;
	readonly steps: readonly { readonly step: CorrectionStepKind }[];
}

export interface Given {
	readonly step: CorrectionStepKind;
	/** Blank only when it is taken back. */
	readonly reason: string;
	readonly by: string;
}

/**
 * Judges the next step of a request. @returns its number
 * It refuses a second answer, an answer to oneself, a stranger who takes it back, and an answer without a reason.
 */
export function judgeCorrection({ personId, steps }: Pending, { step, reason, by }: Given): Result<number> {
	const last = steps.at(-1);
	if (last) return refuse('already-ended', `这项请求${CORRECTION_STEPS[last.step]}，不能再办理。`);
	const isOwn = by === personId;
	if (step === 'withdrawn') return isOwn ? ok(1) : refuse('not-own', '只有提出的人能撤回。');
	if (isOwn) return refuse('own-request', '本人的请求由别人办理。');
	if (reason.trim().length < LEAST_REASON)
		return refuse('no-reason', '写明查到了什么、怎样处理，至少四个字。', 'reason');
	return ok(1);
}

/** Where a request stands, in words. */
export const standingOf = (steps: Pending['steps']): string => {
	const last = steps.at(-1);
	return last ? CORRECTION_STEPS[last.step] : OPEN;
};
