import { type Result, ok, refuse } from '#lib/shared/result.ts';

/** The excellent-case sheet (优秀案例评分表): what a case is graded by, a hundred points together (D). */
export const CRITERIA = {
	facts: { label: '事实与证据', most: 20 },
	procedure: { label: '程序', most: 20 },
	law: { label: '法律适用', most: 20 },
	discretion: { label: '裁量', most: 15 },
	effect: { label: '办案效果', most: 10 },
	writing: { label: '写作与说理', most: 15 }
} as const;
export type Criterion = keyof typeof CRITERIA;
export const CRITERIA_KEYS = Object.keys(CRITERIA) as Criterion[];

export interface CaseSheet {
	/** Whole points. */
	readonly points: Readonly<Record<Criterion, number>>;
	/** Why, per criterion; '' where nothing had to be said. */
	readonly reasons: Readonly<Record<Criterion, string>>;
	readonly remark: string;
}

/** Below this share of the points a grade needs its reason, as full marks do. */
const LOW = 0.6;
const LEAST_REASON = 6;

/** Whether points need a reason: full marks, or fewer than six tenths. */
export function isExtreme(criterion: Criterion, points: number): boolean {
	const { most } = CRITERIA[criterion];
	return points === most || points < most * LOW;
}

/** Refuses a sheet with points that cannot be, or with extremes that nobody explained; the field is `reason-<criterion>`. */
export function checkSheet(sheet: CaseSheet): Result<CaseSheet> {
	for (const criterion of CRITERIA_KEYS) {
		const { label, most } = CRITERIA[criterion];
		const points = sheet.points[criterion];
		if (!Number.isInteger(points) || points < 0 || points > most) {
			return refuse('bad-points', `${label}打 0 至 ${most} 的整数分。`, `points-${criterion}`);
		}
		if (isExtreme(criterion, points) && sheet.reasons[criterion].trim().length < LEAST_REASON) {
			const word = points === most ? '满分' : '不到六成';
			return refuse('no-reason', `${label}打了${word}，写明理由，至少六个字。`, `reason-${criterion}`);
		}
	}
	return ok(sheet);
}

export const totalOf = ({ points }: Pick<CaseSheet, 'points'>): number =>
	CRITERIA_KEYS.reduce((sum, criterion) => sum + points[criterion], 0);
