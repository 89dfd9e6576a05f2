/** Points are integers of hundredths: 1350 = 13.5 points. */
export type Hundredths = number;
export const POINT: Hundredths = 100;
/** Judges give half points. */
export const STEP: Hundredths = 50;

interface Criterion {
	readonly name: string;
	/** Points that it is worth. */
	readonly weight: number;
	/** What earns 90–100 %, 70–89 %, 50–69 % and less than half. */
	readonly anchors: readonly [best: string, good: string, fair: string, weak: string];
}

/** The team sheet, 100 points. Our own rubric after moot-court practice: no official one for 执法擂台赛 was found. */
export const TEAM_CRITERIA = {
	T1: {
		name: '诉讼文书',
		weight: 15,
		anchors: ['请求或者答辩完整，每一点都连着证据和法条', '小有缺漏', '笼统，法条少', '请求类型不对，或者没有签名']
	},
	T2: {
		name: '事实与焦点',
		weight: 10,
		anchors: ['攻方找出八成以上埋下的问题，守方每一个都有准备', '六成到八成', '四成到六成', '不到四成']
	},
	T3: {
		name: '举证质证',
		weight: 20,
		anchors: ['证据有序，关键证据逐一对三性，规则引得准', '大体如此', '三性混着说', '没有条理，或者夹带新证据']
	},
	T4: {
		name: '程序论证',
		weight: 15,
		anchors: ['期限算对，后果落在哪一级讲得清', '错一处', '错几处', '用错了法']
	},
	T5: {
		name: '法律适用',
		weight: 15,
		anchors: ['义务条款、罚则条款、版本都对，并接住对方的反驳', '小误', '引用没有到款、项', '引用了失效的法']
	},
	T6: {
		name: '自由裁量',
		weight: 10,
		anchors: ['基准、因子、类案都讲到', '讲到两样', '讲到一样', '都没有讲']
	},
	T7: { name: '表达应答', weight: 10, anchors: ['清楚，问什么答什么', '大体如此', '念稿', '回避问题'] },
	T8: {
		name: '庭风配合',
		weight: 5,
		anchors: ['称谓、次序、分工都好', '小有失误', '打断别人', '失去秩序']
	}
} as const satisfies Record<string, Criterion>;
export type TeamCriterion = keyof typeof TEAM_CRITERIA;

/** The sheet of one advocate, 100 points. */
export const ADVOCATE_CRITERIA = {
	accuracy: { name: '法律准确', weight: 30 },
	evidence: { name: '证据运用', weight: 25 },
	response: { name: '应答', weight: 20 },
	structure: { name: '条理', weight: 15 },
	bearing: { name: '风度', weight: 10 }
} as const;
export type AdvocateCriterion = keyof typeof ADVOCATE_CRITERIA;

/** 0 best … 3 weak: the anchor that some points of a criterion fall under. */
export function bandOf(criterion: TeamCriterion, points: Hundredths): 0 | 1 | 2 | 3 {
	const whole = TEAM_CRITERIA[criterion].weight * POINT;
	if (points * 10 >= whole * 9) return 0;
	if (points * 10 >= whole * 7) return 1;
	return points * 2 >= whole ? 2 : 3;
}

/** `13.5` of 1350. */
export function formatPoints(points: Hundredths): string {
	const sign = points < 0 ? '−' : '';
	const [whole, rest] = [Math.floor(Math.abs(points) / POINT), Math.abs(points) % POINT];
	return `${sign}${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`}`;
}
