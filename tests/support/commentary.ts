import { CRITERIA_KEYS, type CaseSheet, type Criterion } from '#lib/cases/domain/commentary/score-sheet.ts';
import type { MeetingPlan } from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import { TODAY } from './people.ts';

/** A meeting this afternoon. */
export function planOf(chairId: string, change: Partial<MeetingPlan> = {}): MeetingPlan {
	const place = '三楼会议室';
	return { title: '十一月典型案例点评会', day: TODAY, clock: '14:30', place, chairId, recorderId: chairId, ...change };
}

const fill = <T>(value: T) => Object.fromEntries(CRITERIA_KEYS.map((key) => [key, value])) as Record<Criterion, T>;
const POINTS: Record<Criterion, number> = { facts: 18, procedure: 18, law: 18, discretion: 13, effect: 8, writing: 13 };

/** A sheet of 88 points that needs no reasons; `change` its points. */
export function sheetOf(change: Partial<Record<Criterion, number>> = {}): CaseSheet {
	return { points: { ...POINTS, ...change }, reasons: fill(''), remark: '' };
}
