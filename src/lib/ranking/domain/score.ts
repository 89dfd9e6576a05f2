import { type Component, type PieceComponent, type Rule, isOfPieces } from './rule.ts';
import type { Tally } from './tally.ts';

/** All figures in basis points: 10 000 = 100.00. */
export interface Score {
	readonly total: number;
	readonly fresh: number;
	/** Null while nothing could be measured. */
	readonly retained: number | null;
	/** The components over pieces, by key; absent under a rule that has none. */
	readonly figures?: Readonly<Record<string, number | null>>;
	/** What is missing for taking part; empty = ranked. */
	readonly missing: readonly string[];
}

/** One component of a score, with what led to it. */
export interface Part {
	readonly component: Component;
	/** How many there are, and how many of them the figure is made of. */
	readonly count: number;
	readonly counted: number;
	/** Basis points; null = not measured. */
	readonly figure: number | null;
	/** What it gave to the total, in basis points; null = its weight went to the others. */
	readonly gave: number | null;
	/** The rest of its pieces or questions until it is measured. */
	readonly lacks: number;
}

/** Every component of a tally under a rule, in the order of the rule. */
export function partsOf(tally: Tally, rule: Rule): Part[] {
	const measured = rule.components.map((component) => {
		const { count, counted, figure } = measure(component, tally);
		const lacks = Math.max(0, component.least - count);
		return { component, count, counted, figure: lacks > 0 ? null : figure, lacks };
	});
	const weight = weightOf(measured);
	return measured.map((part) => ({
		...part,
		gave: part.figure === null ? null : Math.round((part.figure * part.component.weight) / weight)
	}));
}

/** The weight that is measured, in percent. */
export function weightOf(parts: readonly Pick<Part, 'component' | 'figure'>[]): number {
	return parts.reduce((sum, { figure, component }) => sum + (figure === null ? 0 : component.weight), 0);
}

type Measured = Pick<Part, 'count' | 'counted'> & { readonly figure: number };

function measure(component: Component, tally: Tally): Measured {
	if (isOfPieces(component)) return measureBest(component, tally);
	const [count, sum] =
		component.measure === 'first-tries' ? [tally.fresh, tally.freshMarks] : [tally.reviews, tally.retained * 100];
	return { count, counted: count, figure: count === 0 ? 0 : Math.round((sum * 100) / count) };
}

function measureBest({ key, most }: PieceComponent, { pieces }: Tally): Measured {
	const marks = Object.entries(pieces?.[key] ?? {}).map(([mark, times]) => [Number(mark), times] as const);
	marks.sort(([left], [right]) => right - left);
	let [counted, sum, count] = [0, 0, 0];
	for (const [mark, times] of marks) {
		const taken = Math.min(times, most - counted);
		sum += taken * mark;
		counted += taken;
		count += times;
	}
	return { count, counted, figure: counted === 0 ? 0 : Math.round((sum * 100) / counted) };
}

/** The score of a tally; pure integers, rounded half up. A component that is not measured gives its weight to the others. */
export function scoreOf(tally: Tally, rule: Rule): Score {
	const parts = partsOf(tally, rule);
	const weight = weightOf(parts);
	const sum = parts.reduce((total, { figure, component }) => total + (figure ?? 0) * component.weight, 0);
	const figureOf = (wanted: Component['measure']) =>
		parts.find(({ component }) => component.measure === wanted)?.figure ?? null;
	const pieces = parts.filter(({ component }) => isOfPieces(component));
	const figures = Object.fromEntries(pieces.map(({ component, figure }) => [component.key, figure]));
	return {
		total: weight === 0 ? 0 : Math.round(sum / weight),
		...{ fresh: figureOf('first-tries') ?? 0, retained: figureOf('due-reviews') },
		...(pieces.length > 0 ? { figures } : {}),
		missing: [...missingOf(tally, rule), ...unmeasured(parts, rule)]
	};
}

function missingOf({ sets, fresh }: Tally, { floors }: Rule): string[] {
	return [
		...(floors.sets > sets ? [`还差 ${floors.sets - sets} 组今日练兵`] : []),
		...(floors.firstTries > fresh ? [`还差 ${floors.firstTries - fresh} 道首答题`] : [])
	];
}

/** Whoever is measured in too little is told in what. */
function unmeasured(parts: readonly Part[], { leastMeasured }: Rule): string[] {
	const weight = weightOf(parts);
	if (weight >= leastMeasured) return [];
	const open = parts.filter(({ figure }) => figure === null).map(({ component }) => component.short);
	return [`有成绩的项目占 ${weight}%，上榜要 ${leastMeasured}%，还缺${open.join('、')}`];
}

export const unitOf = (component: Component): string => (isOfPieces(component) ? component.unit : '题');

/** The key of whoever is below the minimum participation: behind everybody who is ranked. */
export const NOT_RANKED = -1;

/** What a standing is divided by to give the total. */
export const STANDING_PER_POINT = 10 ** 10;

/**
 * One number that orders officers as the board does: total, then the two tie-breaks of the rule. At most
 * 1.0001 × 10¹⁴, so it stays a safe integer.
 */
export function standingKey(score: Score, { tieBreaks, components }: Rule): number {
	if (score.missing.length > 0) return NOT_RANKED;
	const [first, second] = tieBreaks.map((key) => {
		const measured = components.find((one) => one.key === key)?.measure;
		if (measured === 'first-tries') return score.fresh;
		return measured === 'due-reviews' ? score.retained : (score.figures?.[key] ?? null);
	});
	return score.total * STANDING_PER_POINT + ((first ?? -1) + 1) * 10 ** 5 + (second ?? 0);
}
