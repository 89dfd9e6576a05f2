import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, isDay } from '#lib/shared/time.ts';
import type { Setting, SettingValue } from './setting.ts';

export const VERDICTS = { confirmed: '已确认', refused: '已退回', withdrawn: '已撤回' } as const;
export type Verdict = keyof typeof VERDICTS;
export const LEAST_REASON = 4;

/** A change of one setting, with what became of it. Numbers count from 1. */
export interface Change {
	readonly number: number;
	readonly value: SettingValue;
	/** Whether a second person had to confirm it when it was made. */
	readonly needsSecond: boolean;
	readonly changedBy: string;
	/** Null: not decided, or there was nothing to decide. */
	readonly verdict: Verdict | null;
	/** For a local figure: where it stands, and the day of that document. */
	readonly source: string | null;
	readonly sourceOn: Day | null;
}

const counts = ({ needsSecond, verdict }: Change) => !needsSecond || verdict === 'confirmed';

/** The change whose value is in force; null = the preset is. @param changes of one setting, by number */
export const inForce = <Known extends Change>(changes: readonly Known[]): Known | null =>
	changes.findLast(counts) ?? null;

/** The change that waits for a second person. */
export const pendingOf = <Known extends Change>(changes: readonly Known[]): Known | null =>
	changes.findLast(({ needsSecond, verdict }) => needsSecond && verdict === null) ?? null;

/** A change as it was asked for. */
export interface Wanted {
	readonly value: SettingValue;
	readonly reason: string;
	/** Number of the last change that the page knew; 0 = none. */
	readonly seen: number;
	readonly by: string;
	/** Blank where the setting is no local figure. */
	readonly source: string;
	readonly sourceOn: string;
}

/**
 * Judges a change. @returns the number that it gets, or that of the same change sent before
 * Refused: no reason, a local figure without source and day, somebody was faster, another one waits, nothing would change.
 */
export function judgeChange(setting: Setting, changes: readonly Change[], wanted: Wanted): Result<Numbered> {
	const { value, reason, seen, by, source, sourceOn } = wanted;
	if (reason.trim().length < LEAST_REASON) return refuse('no-reason', '写明为什么改，至少四个字。', 'reason');
	if (setting.local !== undefined) {
		if (source.trim().length < LEAST_REASON) return refuse('no-source', '写明文件名称和文号。', 'source');
		if (!isDay(sourceOn)) return refuse('no-source-day', '写明文件的日期，写法是 2026-11-22。', 'sourceOn');
	}
	const last = changes.at(-1);
	const isRepeated = last?.number === seen + 1 && last.changedBy === by && isSame(last, wanted);
	if (isRepeated) return ok({ number: last.number, isNew: false });
	if ((last?.number ?? 0) !== seen) return refuse('changed', '刚才有人改过这一项，请看过再改。');
	if (pendingOf(changes)) return refuse('pending', '这一项有一次改动在等人确认；先确认、退回或者撤回它。');
	const now = inForce(changes);
	const isUnchanged = value === (now?.value ?? setting.preset);
	// To confirm a local figure is to keep its value and say where it stands.
	if (isUnchanged && (setting.local === undefined || (now !== null && isSame(now, wanted))))
		return refuse('same', '和现在的一样，没有改动。', 'value');
	return ok({ number: (last?.number ?? 0) + 1, isNew: true });
}

/** @property isNew false: a second click on what is done already */
export interface Numbered {
	readonly number: number;
	readonly isNew: boolean;
}

const isSame = (one: Change, { value, source, sourceOn }: Wanted) =>
	one.value === value && (one.source ?? '') === source.trim() && (one.sourceOn ?? '') === sourceOn;

/** What somebody says to a change that waits. */
export interface Decision {
	readonly number: number;
	readonly verdict: Verdict;
	/** Needed only to refuse. */
	readonly reason: string;
	readonly by: string;
}

/**
 * Judges a decision about a change that waits. @returns whether it is new (a second click finds it done)
 * Refused: whoever made the change confirms it, somebody else takes it back, a refusal without a reason, decided already.
 */
export function judgeDecision(changes: readonly Change[], { number, verdict, reason, by }: Decision): Result<boolean> {
	const change = changes.find((one) => one.number === number);
	if (!change?.needsSecond) return refuse('no-such-change', '没有这一次改动在等确认。');
	if (change.verdict !== null) {
		return change.verdict === verdict ? ok(false) : refuse('decided', '这一次改动刚才已经有人处理了。');
	}
	const isOwn = change.changedBy === by;
	if (verdict === 'withdrawn') return isOwn ? ok(true) : refuse('not-own', '只有提出的人能撤回；不同意的，退回。');
	if (isOwn) return refuse('not-second', '自己提出的改动由另一个人确认。');
	if (verdict === 'refused' && reason.trim().length < LEAST_REASON)
		return refuse('no-reason', '写明为什么退回，至少四个字。', 'reason');
	return ok(true);
}
