import { type Figures, FULL, measure } from './formula.ts';
import { type Dimension, type Indicator, type Part, type Scheme, indicatorsIn, isStated } from './scheme.ts';

/** Why an indicator has no value. The first three can still be mended by people, so a result without them is not the last word. */
export const MISSING = {
	unreported: '未填报',
	pending: '已填报，等第二人确认',
	returned: '已退回，等更正',
	'no-record': '平台没有这一期的记录',
	'nothing-due': '本期没有应计的事项'
} as const;
export type Missing = keyof typeof MISSING;
const MENDABLE: readonly Missing[] = ['unreported', 'pending', 'returned'];

/** What is known of an indicator or a stated veto in a period. Figures have no fault and are confirmed, or the platform's own. */
export type Input = { readonly figures: Figures } | { readonly missing: Exclude<Missing, 'nothing-due'> };

/** By id of the indicator or veto; what is not in it is unreported. */
export type Inputs = ReadonlyMap<string, Input>;

export interface IndicatorResult {
	readonly indicator: Indicator;
	/** Percent of the dimension as the scheme says. */
	readonly share: number;
	/** Percent with what was taken over from indicators without a value; 0 without a value. Two decimals. */
	readonly counted: number;
	/** Hundredths of a point, 0–10 000. */
	readonly value: number | null;
	readonly reason: string;
	readonly missing: Missing | null;
}

export interface DimensionResult {
	readonly dimension: Dimension;
	/** Hundredths of a point, 0–10 000; null = nothing in it could be measured. */
	readonly value: number | null;
	/** What became of weights without a value. */
	readonly note: string | null;
	readonly indicators: readonly IndicatorResult[];
}

export interface VetoResult {
	readonly id: string;
	readonly name: string;
	readonly reason: string;
}

export const STANDINGS = {
	final: '数据齐全',
	provisional: '暂定：还有数据未报、未确认',
	none: '暂不能得出'
} as const;
export type Standing = keyof typeof STANDINGS;

export interface Assessment {
	/** Hundredths of a point, 0–10 000. */
	readonly total: number | null;
	readonly standing: Standing;
	/** How the total came about, or why there is none. */
	readonly reason: string;
	readonly dimensions: readonly DimensionResult[];
	readonly vetoes: readonly VetoResult[];
	/** What people still have to report or confirm: names with the reason. */
	readonly open: readonly string[];
}

/**
 * The assessment of one unit in one period. What cannot be measured is never counted as 0: its weight goes to the rest of its
 * dimension in proportion, and a dimension without any value leaves the whole without one. A result for which something is still
 * to be reported or confirmed is provisional, so that leaving a bad figure out gains nothing.
 */
export function assess(scheme: Scheme, part: Part, inputs: Inputs): Assessment {
	const dimensions = scheme.dimensions.map((dimension) => assessDimension(scheme, part, { dimension, inputs }));
	const results = dimensions.flatMap(({ indicators }) => indicators);
	const pendingVetoes = scheme.vetoes.filter((one) => {
		const input = inputs.get(one.id);
		return isStated(one) && input !== undefined && 'missing' in input && input.missing === 'pending';
	});
	const open = [
		...results.flatMap(({ indicator, missing }) =>
			missing && MENDABLE.includes(missing) ? [`${indicator.name}：${MISSING[missing]}`] : []
		),
		...pendingVetoes.map(({ name }) => `否决情形“${name}”：${MISSING.pending}`)
	];
	const empty = dimensions.filter(({ value }) => value === null).map(({ dimension }) => dimension.name);
	const vetoes = vetoesOf(scheme, inputs);
	if (empty.length > 0) {
		const reason = `${empty.map((name) => `“${name}”`).join('、')}没有任何可以计量的指标，总分${STANDINGS.none}`;
		return { total: null, standing: 'none', reason, dimensions, vetoes, open };
	}
	const sum = dimensions.reduce((all, { dimension, value }) => all + dimension.weight * value!, 0);
	const reason = dimensions.map(({ dimension, value }) => `${value! / 100} × ${dimension.weight}%`).join(' + ');
	const standing = open.length > 0 ? 'provisional' : 'final';
	return { total: Math.round(sum / 100), standing, reason, dimensions, vetoes, open };
}

interface Asked {
	readonly dimension: Dimension;
	readonly inputs: Inputs;
}

function assessDimension(scheme: Scheme, part: Part, { dimension, inputs }: Asked): DimensionResult {
	const own = indicatorsIn(scheme, part).filter((one) => one.dimension === dimension.id);
	const measured = own.map((indicator) => ({
		...{ indicator, share: indicator.share[part]! },
		...measureOne(indicator, inputs.get(indicator.id) ?? { missing: 'unreported' })
	}));
	const present = measured.filter(({ value }) => value !== null);
	const whole = present.reduce((sum, { share }) => sum + share, 0);
	const sum = present.reduce((all, { share, value }) => all + share * value!, 0);
	const value = whole === 0 ? null : Math.min(FULL, Math.max(0, Math.round(sum / whole)));
	const indicators = measured.map((one) => ({
		...one,
		counted: one.value === null ? 0 : Math.round((one.share * FULL) / whole) / 100
	}));
	return { dimension, value, note: noteOf(indicators, value), indicators };
}

function measureOne(indicator: Indicator, input: Input): Pick<IndicatorResult, 'value' | 'reason' | 'missing'> {
	if ('missing' in input) return { value: null, reason: MISSING[input.missing], missing: input.missing };
	const { value, reason } = measure(indicator.formula, input.figures);
	return { value, reason, missing: value === null ? 'nothing-due' : null };
}

function noteOf(indicators: readonly IndicatorResult[], value: number | null): string | null {
	const gone = indicators.filter((one) => one.value === null);
	if (gone.length === 0) return null;
	const names = gone.map(({ indicator, share }) => `${indicator.name}（${share}%）`).join('、');
	if (value === null) return `${names}都没有计量，本维度${STANDINGS.none}，不按 0 分算`;
	return `${names}没有计量，不按 0 分算：所占比例由本维度其余指标按比例分担`;
}

/** Vetoes that stand: from confirmed figures, or stated and confirmed. */
function vetoesOf({ vetoes, indicators }: Scheme, inputs: Inputs): VetoResult[] {
	return vetoes.flatMap(({ id, name, by }) => {
		const input = inputs.get(by?.indicator ?? id);
		if (!input || 'missing' in input) return [];
		if (!by) return input.figures['done'] === 1 ? [{ id, name, reason: '督导提出，另一人确认' }] : [];
		const times = input.figures[by.event] ?? 0;
		const source = indicators.find((one) => one.id === by.indicator)!.name;
		return times > 0 ? [{ id, name, reason: `“${source}”确认了 ${times} 件` }] : [];
	});
}
