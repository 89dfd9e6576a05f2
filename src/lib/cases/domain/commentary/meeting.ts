import type { Polarity } from '../case.ts';
import { type Refusal, type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, formatDay } from '#lib/shared/time.ts';

/** How far a commentary meeting (典型案例点评会) is; the last step in its log says so. */
export const MEETING_STATES = {
	planned: '筹备',
	open: '正在开',
	held: '已开完',
	published: '纪要已发布',
	cancelled: '已取消'
} as const;
export type MeetingState = keyof typeof MEETING_STATES;

const NEXT: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
	planned: ['open', 'cancelled'],
	open: ['held'],
	held: ['published'],
	published: [],
	cancelled: []
};

/** Whether comments can still be written: before the meeting and while it runs. */
export const takesComments = (state: MeetingState) => state === 'planned' || state === 'open';
/** Whether trainers can still decide about comments: until the minutes stand. */
export const isModerated = (state: MeetingState) => takesComments(state) || state === 'held';

/** A step of the meeting. Refuses one that does not follow, in words that say where the meeting stands. */
export function stepTo(from: MeetingState, to: MeetingState): Result<MeetingState> {
	if (NEXT[from].includes(to)) return ok(to);
	return refuse('not-now', `点评会现在是“${MEETING_STATES[from]}”，不能改为“${MEETING_STATES[to]}”。`);
}

/** One case on the agenda, as far as opening is concerned. */
export interface AgendaCase {
	readonly title: string;
	readonly polarity: Polarity;
	readonly speakers: readonly unknown[];
}

export interface Opening {
	readonly agenda: readonly AgendaCase[];
	/** The day of the meeting, and the day on which somebody wants to open it. */
	readonly day: Day;
	readonly today: Day;
}

/**
 * Why a planned meeting cannot be opened: not yet its day, nothing on the agenda, a case without a speaker, or only one side of
 * the trade: good and bad work belong together (a mixed case counts for neither). Null when nothing is in the way.
 */
export function findOpeningFault({ agenda, day, today }: Opening): Refusal | null {
	if (today < day) return fault('too-early', `会期是${formatDay(day)}，当天才能开会；提前开请先改会期。`);
	const silent = agenda.find(({ speakers }) => speakers.length === 0);
	if (silent) return fault('no-speaker', `“${silent.title}”还没有定发言人。`);
	const missing = missingSides(agenda);
	if (missing.length === 0) return null;
	return fault('one-sided', `点评会要有正反两面的案例，议程里还缺${missing.join('和')}。`);
}

const fault = (code: string, message: string): Refusal => ({ code, message });

/** Which of the two sides the agenda still lacks. */
export function missingSides(agenda: readonly Pick<AgendaCase, 'polarity'>[]): string[] {
	const has = (polarity: Polarity) => agenda.some((one) => one.polarity === polarity);
	return [...(has('positive') ? [] : ['一个正面案例']), ...(has('negative') ? [] : ['一个反面案例'])];
}
