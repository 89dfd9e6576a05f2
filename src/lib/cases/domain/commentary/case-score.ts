import { CRITERIA, CRITERIA_KEYS, type CaseSheet, type Criterion, totalOf } from './score-sheet.ts';

/** With this many sheets the highest and the lowest are left out. */
export const TRIM_FROM = 5;
/** Fewer sheets recommend nothing (D: as an award's panel). */
export const LEAST_SHEETS = 3;
/** A mean from here on is recommended (D). */
export const RECOMMENDED_FROM = 85;
/** Reviewers further apart than this talk first (D). */
export const WIDE_SPREAD = 20;

export interface CaseScore {
	readonly sheets: number;
	/** 0–100, one decimal, over the sheets that count; null without sheets. */
	readonly mean: number | null;
	/** Totals, lowest and highest of all sheets. */
	readonly lowest: number | null;
	readonly highest: number | null;
	/** The totals that were left out, if any. */
	readonly dropped: readonly number[];
	/** Mean points per criterion, over the sheets that count. */
	readonly criteria: Readonly<Record<Criterion, number>> | null;
	readonly isRecommended: boolean;
	/** Why it is recommended or not, a sentence each. */
	readonly reasons: readonly string[];
}

const NOTHING: CaseScore = {
	...{ sheets: 0, mean: null, lowest: null, highest: null, dropped: [], criteria: null, isRecommended: false },
	reasons: [`还没有评分表，至少要 ${LEAST_SHEETS} 份。`]
};

/** What the sheets of a case come to; with five or more the highest and the lowest total are dropped. */
export function scoreCase(sheets: readonly CaseSheet[]): CaseScore {
	if (sheets.length === 0) return NOTHING;
	const ordered = [...sheets].sort((left, right) => totalOf(left) - totalOf(right));
	const isTrimmed = ordered.length >= TRIM_FROM;
	const counted = isTrimmed ? ordered.slice(1, -1) : ordered;
	const lowest = totalOf(ordered[0]!);
	const highest = totalOf(ordered.at(-1)!);
	const mean = meanOf(counted.map(totalOf));
	const criteria = Object.fromEntries(
		CRITERIA_KEYS.map((criterion) => [criterion, meanOf(counted.map(({ points }) => points[criterion]))])
	) as Record<Criterion, number>;
	const figures = {
		sheets: sheets.length,
		mean,
		lowest,
		highest,
		dropped: isTrimmed ? [highest, lowest] : [],
		criteria
	};
	const against = objections(figures);
	return {
		...figures,
		isRecommended: against.length === 0,
		reasons: [describe(figures), ...(against.length > 0 ? against : [strengthOf(criteria)])]
	};
}

interface Figures {
	readonly sheets: number;
	readonly mean: number;
	readonly lowest: number;
	readonly highest: number;
	readonly dropped: readonly number[];
}

function objections({ sheets, mean, lowest, highest }: Figures): string[] {
	return [
		...(sheets < LEAST_SHEETS ? [`评分表不足 ${LEAST_SHEETS} 份，还差 ${LEAST_SHEETS - sheets} 份。`] : []),
		...(mean < RECOMMENDED_FROM ? [`平均分不到 ${RECOMMENDED_FROM} 分。`] : []),
		...(highest - lowest > WIDE_SPREAD ? [`评分相差超过 ${WIDE_SPREAD} 分，先合议再推荐。`] : [])
	];
}

function describe({ sheets, mean, lowest, highest, dropped }: Figures): string {
	const left = dropped.length > 0 ? `去掉最高 ${highest} 分和最低 ${lowest} 分，` : '';
	const spread = sheets > 1 ? `，最高与最低相差 ${highest - lowest} 分` : '';
	return `${sheets} 份评分表，${left}平均 ${mean.toFixed(1)} 分${spread}。`;
}

/** Where the case is strongest, by share of the points. */
function strengthOf(criteria: Readonly<Record<Criterion, number>>): string {
	const share = (criterion: Criterion) => criteria[criterion] / CRITERIA[criterion].most;
	const [first, second] = [...CRITERIA_KEYS].sort((left, right) => share(right) - share(left)) as [
		Criterion,
		Criterion
	];
	const say = (criterion: Criterion) => `${CRITERIA[criterion].label}（得分率 ${Math.round(share(criterion) * 100)}%）`;
	return `突出之处：${say(first)}、${say(second)}。`;
}

/** One decimal, halves up. */
function meanOf(values: readonly number[]): number {
	return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
}
