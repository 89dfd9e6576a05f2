import { type Day, addDays } from '#lib/shared/time.ts';

/** What every newcomer writes first: 现场检查记录、责令限期整改指令书、行政处罚决定书. */
export const CORE_DOCUMENTS = ['onsite-inspection-record', 'rectification-order', 'penalty-decision'] as const;
export type CoreDocument = (typeof CORE_DOCUMENTS)[number];

/** One document that a newcomer handed in. */
export interface CoreSubmission {
	readonly document: CoreDocument;
	readonly on: Day;
	/** By the rules, 0–100. */
	readonly score: number;
	readonly isFatal: boolean;
	/** Whether people mark it too. */
	readonly isMarked: boolean;
	/** What they gave; null = not settled. */
	readonly mark: number | null;
}

export const CORE_STATES = { none: '未交', failed: '未过', waiting: '待人工评分', passed: '已过' } as const;
export type CoreState = keyof typeof CORE_STATES;

export interface CoreProgress {
	readonly document: CoreDocument;
	readonly state: CoreState;
	readonly tries: number;
	/** When it was passed first. */
	readonly passedOn: Day | null;
}

/** All three are passed in time or late · there is still time · the term is over. */
export const NEWCOMER_STATES = {
	'in-time': '按期完成',
	late: '逾期完成',
	open: '期限内',
	missed: '逾期未完成'
} as const;

export interface NewcomerProgress {
	/** The last day of the term. */
	readonly due: Day;
	readonly documents: readonly CoreProgress[];
	readonly passed: number;
	readonly state: keyof typeof NEWCOMER_STATES;
}

export interface Terms {
	readonly days: number;
	/** The pass line of either mark. */
	readonly pass: number;
}

/**
 * How far a newcomer is with the three core documents.
 * A document is passed with the pass line by the rules and nothing fatal, and by people where they mark it.
 */
export function progressOf(
	{ joinedOn, today, submissions }: { joinedOn: Day; today: Day; submissions: readonly CoreSubmission[] },
	{ days, pass }: Terms
): NewcomerProgress {
	const due = addDays(joinedOn, days);
	const documents = CORE_DOCUMENTS.map((document): CoreProgress => {
		const own = submissions.filter((one) => one.document === document);
		const states = own.map((one) => stateOf(one, pass));
		const passedOn =
			own
				.filter((_, at) => states[at] === 'passed')
				.map(({ on }) => on)
				.sort()[0] ?? null;
		const state = (['passed', 'waiting', 'failed'] as const).find((one) => states.includes(one)) ?? 'none';
		return { document, state, tries: own.length, passedOn };
	});
	const passedDays = documents.flatMap(({ passedOn }) => passedOn ?? []);
	const passed = passedDays.length;
	const last = [...passedDays].sort().at(-1);
	if (passed === CORE_DOCUMENTS.length && last) {
		return { due, documents, passed, state: last <= due ? 'in-time' : 'late' };
	}
	return { due, documents, passed, state: today <= due ? 'open' : 'missed' };
}

function stateOf({ score, isFatal, isMarked, mark }: CoreSubmission, pass: number): CoreState {
	if (isFatal || score < pass) return 'failed';
	if (!isMarked) return 'passed';
	if (mark === null) return 'waiting';
	return mark >= pass ? 'passed' : 'failed';
}
