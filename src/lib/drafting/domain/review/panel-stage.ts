import { lastDayOf } from '#lib/shared/deadline.ts';
import type { Day } from '#lib/shared/time.ts';
import { type ItemStep } from './rectification.ts';

/** Working days in which a unit may object; default. */
export const OBJECTION_WORKDAYS = 5;

/** The last day on which a unit that was told on `day` may object. */
export const lastDayToObject = (day: Day): Day =>
	lastDayOf({ start: day, length: OBJECTION_WORKDAYS, unit: 'workday', rolls: false }).lastDay;

export const STAGES = {
	reviewing: '两人评查',
	third: '第三人评查',
	objecting: '告知与异议',
	answering: '答复异议',
	mending: '整改',
	rechecking: '复查',
	closed: '办结'
} as const;
export type Stage = keyof typeof STAGES;

export interface Standing {
	/** Sheets given out and signed. */
	readonly sheets: { readonly given: number; readonly signed: number };
	/** The day on which the result was told; null = not yet. */
	readonly toldOn: Day | null;
	readonly objection: 'none' | 'open' | 'answered';
	/** The last step of each thing to mend; null = nothing yet. */
	readonly items: readonly (ItemStep | null)[];
	readonly isClosed: boolean;
}

/** Where a file stands on a day. While a unit may still object nothing has to be mended. */
export function stageOf({ sheets, toldOn, objection, items, isClosed }: Standing, today: Day): Stage {
	if (isClosed) return 'closed';
	if (toldOn === null) return sheets.given > 2 ? 'third' : 'reviewing';
	if (objection === 'open') return 'answering';
	if (objection === 'none' && today <= lastDayToObject(toldOn)) return 'objecting';
	return items.length > 0 && items.every((step) => step === 'reported' || step === 'passed') ? 'rechecking' : 'mending';
}

export interface StageStep {
	readonly stage: Stage;
	readonly label: string;
	readonly state: 'done' | 'now' | 'ahead' | 'skipped';
}

/** All stages with where the file is among them; what did not happen is told apart from what is to come. */
export function stepsTo(now: Stage, happened: { readonly third: boolean; readonly answering: boolean }): StageStep[] {
	const order = Object.keys(STAGES) as Stage[];
	return order.map((stage, index) => {
		const isSkippable = stage === 'third' || stage === 'answering';
		const did = stage === 'third' ? happened.third : stage === 'answering' ? happened.answering : true;
		const behind = index < order.indexOf(now);
		const state = stage === now ? 'now' : !behind ? 'ahead' : isSkippable && !did ? 'skipped' : 'done';
		return { stage, label: STAGES[stage], state };
	});
}
