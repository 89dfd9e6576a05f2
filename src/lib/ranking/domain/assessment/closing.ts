import type { Day } from '#lib/shared/time.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayAfter } from '../awards/award-cycle.ts';
import type { Assessment } from './assess.ts';
import type { Period } from './scheme.ts';

/** A unit's result as it stood when its period was closed. */
export interface Closing {
	readonly unitId: string;
	readonly period: Period;
	/** 1 = the first; the same for all units of the period. */
	readonly version: number;
	readonly schemeVersion: number;
	readonly assessment: Assessment;
	/** The entry that counted, by subject. */
	readonly counts: Readonly<Record<string, string>>;
	readonly reason: string;
	readonly closedBy: string;
	readonly closedAt: Date;
}

/** The closing that stands for each unit and period, by `unit period`. @param closings oldest version first */
export const standingClosings = <C extends Pick<Closing, 'unitId' | 'period'>>(
	closings: readonly C[]
): Map<string, C> => new Map(closings.map((one) => [`${one.unitId} ${one.period}`, one]));

/** How often a period has been closed. */
export const versionOf = (closings: readonly Pick<Closing, 'period' | 'version'>[], period: Period): number =>
	Math.max(0, ...closings.filter((one) => one.period === period).map(({ version }) => version));

/** What is closed together: a year takes along its daily periods that nobody has closed, or its result would go on moving. */
export function periodsToClose(
	period: Period,
	days: readonly Period[],
	closings: readonly Pick<Closing, 'period' | 'version'>[]
): Period[] {
	if (period.length > 4) return [period];
	return [...days.filter((day) => versionOf(closings, day) === 0), period];
}

const LEAST_REASON = 4;

export interface Asked {
	readonly period: Period;
	readonly today: Day;
	/** The version that stands, and the one that whoever asks had seen. */
	readonly version: number;
	readonly seen: number;
	/** Figures that are not reported or not confirmed, over all units. */
	readonly open: number;
	readonly reason: string;
}

/** Judges a closing. @returns the number of the new version */
export function closeVersion({ period, today, version, seen, open, reason }: Asked): Result<number> {
	if (dayAfter(period) > today) return refuse('not-over', '这一期还没有结束，结束以后才能定稿。');
	if (version !== seen) return refuse('changed-meanwhile', '刚才有人定稿了，请看过再定。');
	const isShort = reason.length < LEAST_REASON;
	if (version > 0 && isShort) {
		return refuse('no-reason', '已经定稿的，更正要写明理由，至少四个字；原来的一版留着。', 'reason');
	}
	if (open > 0 && isShort) {
		return refuse('no-reason', `还有 ${open} 项没有报或者没有核对，现在定稿的写明理由，至少四个字。`, 'reason');
	}
	return ok(version + 1);
}
