import type { UnitKind } from '#lib/identity/domain/roles.ts';
import { type AwardCycle, cycleAt, kindOfCycle, monthsOf } from '../awards/award-cycle.ts';
import type { Formula } from './formula.ts';

/** The two parts of the assessment; a period that is a year belongs to the second. */
export const PARTS = { daily: '日常考核', 'year-end': '年终考核' } as const;
export type Part = keyof typeof PARTS;

export const FIGURE_SOURCES = { platform: '平台现有记录', reported: '单位填报' } as const;

/** What the platform itself can say of a unit, and the only formula that fits it. */
export const PLATFORM_FIGURES = {
	'board-mean': { kind: 'mean', said: '榜单：本单位上榜人员总分的平均' },
	'board-participation': { kind: 'share', said: '榜单：达到参与下限的人次；在岗人次按人员名册' },
	'drafting-mean': { kind: 'mean', said: '文书室：本期阅卷完毕的文书，异议后的按复核分' },
	certificates: { kind: 'share', said: '人员名册：期末（本期未完的按今天）执法证在有效期内' },
	commentary: { kind: 'share', said: '账本：本期有点评入账的人员' }
} as const;
export type PlatformFigure = keyof typeof PLATFORM_FIGURES;

/** Where a weight or a formula comes from. */
export const NORMS = { D: '本平台定，没有上级规定，可以修改', norm: '上级规定' } as const;
export type Norm = keyof typeof NORMS;

export interface Dimension {
	readonly id: string;
	readonly name: string;
	/** Percent of the total. */
	readonly weight: number;
	readonly norm: Norm;
}

export interface Indicator {
	readonly id: string;
	readonly dimension: string;
	readonly name: string;
	readonly formula: Formula;
	readonly source: keyof typeof FIGURE_SOURCES;
	/** What the platform reads; of reported indicators undefined. */
	readonly figure?: PlatformFigure | undefined;
	/** A state that stands, once confirmed, for the rest of the year. */
	readonly carries?: boolean | undefined;
	/** Percent of its dimension, per part; absent = not assessed in that part. */
	readonly share: { readonly [Each in Part]?: number | undefined };
	/** What a unit has to name as proof. */
	readonly proof?: string | undefined;
	readonly norm: Norm;
}

export interface Veto {
	readonly id: string;
	readonly name: string;
	/** Follows from a confirmed figure; absent = stated by the supervising office. */
	readonly by?: { readonly indicator: string; readonly event: string } | undefined;
	readonly norm: Norm;
}

/** One version of the assessment, in force from a month on until a later one. */
export interface Scheme {
	readonly version: number;
	/** The first month, `2026-01`. */
	readonly from: string;
	readonly daily: 'month' | 'quarter';
	readonly units: readonly UnitKind[];
	readonly year: Readonly<Record<Part, number>> & { readonly norm: Norm };
	readonly workdays: { readonly report: number; readonly confirm: number; readonly norm: Norm };
	readonly dimensions: readonly Dimension[];
	readonly indicators: readonly Indicator[];
	readonly vetoes: readonly Veto[];
}

/** `2026-10`, `2026-Q4` or `2026`. */
export type Period = AwardCycle;

export const partOf = (period: Period): Part => (kindOfCycle(period) === 'year' ? 'year-end' : 'daily');

/** The scheme by which a period is assessed; null = the text names no period, or none of any scheme. */
export function schemeFor(schemes: readonly Scheme[], period: string): Scheme | null {
	const kind = kindOfCycle(period);
	if (!kind) return null;
	// A year is judged as its last month is; a month that began under the old version stays with it.
	const month = kind === 'year' ? monthsOf(period).at(-1)! : monthsOf(period)[0]!;
	const scheme = schemes.filter(({ from }) => from <= month).at(-1);
	return scheme && (kind === 'year' || kind === scheme.daily) ? scheme : null;
}

export const indicatorsIn = ({ indicators }: Pick<Scheme, 'indicators'>, part: Part) =>
	indicators.filter(({ share }) => share[part] !== undefined);

/** The daily periods of a year under the scheme of that year, oldest first, up to and including the one in which a day lies. */
export function dailyPeriodsOf(schemes: readonly Scheme[], year: string, today: string): Period[] {
	const months = monthsOf(year).filter((month) => month <= today.slice(0, 7));
	const periods = months.flatMap((month) => {
		const scheme = schemes.filter(({ from }) => from <= month).at(-1);
		return scheme ? [cycleAt(scheme.daily, `${month}-01`)] : [];
	});
	return [...new Set(periods)].filter((period) => schemeFor(schemes, period) !== null);
}

/** What is entered by hand in a part: indicators, and for whoever supervises the vetoes that follow from no figure. */
export const isStated = ({ by }: Veto) => by === undefined;

/** A veto is entered as yes or no. */
export const VETO_FORMULA: Formula = { kind: 'yes-no' };

/** The formula of something that is entered; null = nothing of the kind is entered in this part. */
export function enteredFormula(scheme: Scheme, part: Part, subject: string): Formula | null {
	const indicator = indicatorsIn(scheme, part).find(({ id, source }) => id === subject && source === 'reported');
	if (indicator) return indicator.formula;
	return scheme.vetoes.some((one) => one.id === subject && isStated(one)) ? VETO_FORMULA : null;
}
