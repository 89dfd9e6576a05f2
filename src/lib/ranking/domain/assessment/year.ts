import type { Assessment, Standing } from './assess.ts';
import type { Period, Scheme } from './scheme.ts';

export interface YearResult {
	/** Hundredths of a point; null while one of the two parts has none. */
	readonly value: number | null;
	readonly standing: Standing;
	/** Mean of the daily periods with a total. */
	readonly daily: number | null;
	readonly yearEnd: number | null;
	readonly reason: string;
}

export interface DailyResult {
	readonly period: Period;
	readonly assessment: Pick<Assessment, 'total' | 'standing'>;
}

const said = (value: number | null) => (value === null ? '暂不能得出' : String(value / 100));

/**
 * The composite of a year: so much of the mean of the daily periods and so much of the year-end result. Periods without a total
 * are left out and said; the whole is final only when every period and the year-end result are.
 * @param expected how many daily periods the year has
 */
export function composeYear(
	scheme: Pick<Scheme, 'year'>,
	{ days, expected }: { readonly days: readonly DailyResult[]; readonly expected: number },
	yearEnd: Pick<Assessment, 'total' | 'standing'>
): YearResult {
	const counted = days.flatMap(({ assessment }) => assessment.total ?? []);
	const daily = counted.length === 0 ? null : Math.round(counted.reduce((sum, one) => sum + one, 0) / counted.length);
	const missing = expected - counted.length;
	const formula = `日常 ${said(daily)} × ${scheme.year.daily}% + 年终 ${said(yearEnd.total)} × ${scheme.year['year-end']}%`;
	const reason = `${formula}；日常得分取 ${counted.length} 期的平均${missing > 0 ? `，其余 ${missing} 期没有得分，不计入` : ''}`;
	if (daily === null || yearEnd.total === null) {
		return { value: null, standing: 'none', daily, yearEnd: yearEnd.total, reason };
	}
	const isFinal = [yearEnd, ...days.map(({ assessment }) => assessment)].every(({ standing }) => standing === 'final');
	const value = Math.round((scheme.year.daily * daily + scheme.year['year-end'] * yearEnd.total) / 100);
	return { value, standing: isFinal && missing === 0 ? 'final' : 'provisional', daily, yearEnd: yearEnd.total, reason };
}
