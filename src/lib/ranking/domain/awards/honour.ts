/** What honours are given to. */
export const HONOUR_KINDS = { person: '个人', unit: '单位', case: '案例' } as const;
export type HonourKind = keyof typeof HONOUR_KINDS;

export const CYCLE_KINDS = { month: '每月', quarter: '每季', year: '每年' } as const;
export type CycleKind = keyof typeof CYCLE_KINDS;

/** What decides between equal means, in the order in which an honour names them; what is equal then shares the place. */
export const TIE_BREAKS = { 'first-criterion': '第一打分项的平均分', 'board-total': '榜单总分' } as const;
export type TieBreak = keyof typeof TIE_BREAKS;

/** A row of the panel's sheet, marked 0–10; weights in percent sum to 100. */
export interface Criterion {
	readonly id: string;
	readonly name: string;
	readonly weight: number;
	readonly hint: string;
}
export const BEST_MARK = 10;

/** Working days that each step may take. */
export interface Workdays {
	readonly eligibility: number;
	readonly review: number;
	readonly publicity: number;
	readonly verify: number;
	readonly confirm: number;
}

/**
 * An honour as the bureau has set it; a selection keeps the one it was opened with.
 * Figures are ours where content/ranking/honours.yaml says so: no superior norm gives them.
 */
export interface Honour {
	readonly id: string;
	readonly name: string;
	readonly kind: HonourKind;
	readonly offered: boolean;
	/** The usual cycle, and those that may be chosen. */
	readonly cycle: CycleKind;
	readonly cycles: readonly CycleKind[];
	readonly quota: { readonly per: number; readonly least: number };
	/** Whether one person may have it twice in a row. */
	readonly inARow: boolean;
	/** So many people are proposed for each place. */
	readonly candidates: number;
	/** From `dropFrom` sheets on the highest and the lowest do not count. */
	readonly panel: { readonly size: number; readonly dropFrom: number };
	readonly workdays: Workdays;
	/** Marks up to `low` and from `high` on need a reason. */
	readonly extremes: { readonly low: number; readonly high: number };
	readonly criteria: readonly Criterion[];
	readonly tieBreaks: readonly TieBreak[];
}

/** Cycles of honours that are only declared: some go with hearings and seasons that are not held here yet. */
export const DECLARED_CYCLES = { ...CYCLE_KINDS, match: '每场', season: '每赛季' } as const;

/** An honour that is known and not given yet, and what it waits for. */
export interface DeclaredHonour extends Pick<Honour, 'id' | 'name' | 'kind'> {
	readonly cycle: keyof typeof DECLARED_CYCLES;
	readonly waitsFor: string;
}

/** What stands for an honour: counted by, and how the first proposal comes about. */
export const CONTESTS: Readonly<
	Record<HonourKind, { readonly counted: string; readonly order: string; readonly fit: string }>
> = {
	person: {
		counted: '名执法人员',
		order: '建议名单按榜单名次',
		fit: '当日在岗、执法证在有效期内、没有否决情形'
	},
	unit: {
		counted: '个单位',
		order: '建议名单按单位榜名次',
		fit: '六维考核已经定稿、数据齐全、没有否决情形'
	},
	case: {
		counted: '个参评案例',
		order: '建议名单按案例评分表的平均分',
		fit: '案例仍在发布、评分达到推荐线'
	}
};

/** Places of one cycle: one for every so many that stand for it, at least the least. */
export const placesFor = ({ quota }: Pick<Honour, 'quota'>, contestants: number) =>
	Math.max(quota.least, Math.floor(contestants / quota.per));

/** The rules of a selection in words. */
export function describeHonour(honour: Honour): string[] {
	const { quota, candidates, panel, workdays, tieBreaks, criteria, extremes } = honour;
	const { counted, order, fit } = CONTESTS[honour.kind];
	return [
		`名额：每 ${quota.per} ${counted} 1 个，至少 ${quota.least} 个；${order}取名额的 ${candidates} 倍，同名次的一并列入。`,
		`资格：${fit}${honour.inARow ? '' : '、上一期没有获得过'}。`,
		`评审：${panel.size} 人以上，从教员、法制审核员、评委中抽签，不含被推荐人所在单位的人；${panel.dropFrom} 人以上去掉一个最高分和一个最低分，取平均。`,
		`打分：${criteria.map(({ name, weight }) => `${name} ${weight}%`).join('、')}，每项 0–${BEST_MARK} 分；不高于 ${extremes.low} 分或者达到 ${extremes.high} 分的要写理由。`,
		`同分：依次比${tieBreaks.map((one) => TIE_BREAKS[one]).join('、')}，仍相同的并列。`,
		`期限（工作日）：资格审查 ${workdays.eligibility}、评审 ${workdays.review}、公示 ${workdays.publicity}、核实异议 ${workdays.verify}、签批 ${workdays.confirm}。`,
		'办案数量、处罚件数、罚款数额、在线时长和答题数量一律不计入。'
	];
}
