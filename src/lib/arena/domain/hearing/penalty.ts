/** Points of a match (litigation rubric, our own default): taken off after the judges' average. */
export const PENALTIES = {
	overtime: { label: '超时', points: 1 },
	'out-of-turn': { label: '警告后仍擅自发言', points: 2 },
	'new-evidence': { label: '辩论中提出新证据', points: 3 },
	misquote: { label: '虚假引用法条或者案卷', points: 5 },
	insult: { label: '侮辱', points: 5 },
	'late-paper': { label: '文书迟交', points: 2 },
	'lawyer-alone': { label: '机关没有负责人或者工作人员出庭', points: 5 }
} as const;
export type PenaltyKind = keyof typeof PENALTIES;

const OVERTIME_STEP_MS = 30_000;
const MOST_OVERTIME = 5;
const HOUR_MS = 3_600_000;
const MOST_LATE = 10;

/** One point for each started 30 seconds of a stage, five at most. @param over milliseconds beyond the time */
export function overtimePoints(over: number): number {
	return over <= 0 ? 0 : Math.min(MOST_OVERTIME, Math.ceil(over / OVERTIME_STEP_MS));
}

/** Two points for each started hour, ten at most. @param late milliseconds beyond the term */
export function latePoints(late: number): number {
	return late <= 0 ? 0 : Math.min(MOST_LATE, Math.ceil(late / HOUR_MS) * PENALTIES['late-paper'].points);
}
