import { seedOf, seeded } from '#lib/shared/random.ts';
import { type Agreement, type Pair, ENOUGH, agreementOf } from '../marking/agreement.ts';
import type { Levels } from '../marking/mark-sheet.ts';
import type { Criterion } from '../piece-bodies.ts';

/** What the first two markers of one document chose. */
export interface MarkedTwice {
	readonly guideId: string;
	readonly criteria: readonly Criterion[];
	readonly limit: number;
	readonly first: { readonly levels: Levels; readonly mark: number };
	readonly second: { readonly levels: Levels; readonly mark: number };
}

export interface CriterionAgreement {
	readonly title: string;
	/** Documents. */
	readonly n: number;
	readonly agreement: Agreement | null;
}

export interface GuideAgreement {
	readonly guideId: string;
	/** Documents that two have marked. */
	readonly n: number;
	/** Pairs of levels over all criteria. */
	readonly pairs: number;
	/** Points between the two marks, on average. */
	readonly meanDifference: number;
	/** Documents that called a third marker. */
	readonly thirds: number;
	readonly agreement: Agreement | null;
	readonly criteria: readonly CriterionAgreement[];
}

/** How far markers agree, guide by guide, over all its versions; levels count by their place between the worst and the best. */
export function compareMarkers(list: readonly MarkedTwice[]): GuideAgreement[] {
	const ids = [...new Set(list.map(({ guideId }) => guideId))].sort();
	return ids.map((guideId) => {
		const own = list.filter((one) => one.guideId === guideId);
		const units = own.map((one) => one.criteria.flatMap((criterion) => pairOf(one, criterion)));
		const titles = new Map(own.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, title] as const)));
		const apart = own.map(({ first, second }) => Math.abs(first.mark - second.mark));
		return {
			...{ guideId, n: own.length, pairs: units.flat().length },
			meanDifference: apart.reduce((sum, one) => sum + one, 0) / own.length,
			thirds: own.filter(({ limit }, at) => apart[at]! > limit + 1e-9).length,
			agreement: agreementOf(units, seeded(seedOf(guideId))),
			criteria: [...titles].map(([id, title]) => criterionOf(own, { id, title, guideId }))
		};
	});
}

function criterionOf(
	own: readonly MarkedTwice[],
	{ id, title, guideId }: { id: string; title: string; guideId: string }
): CriterionAgreement {
	const units = own.map((one) => one.criteria.filter((two) => two.id === id).flatMap((two) => pairOf(one, two)));
	const n = units.filter((unit) => unit.length > 0).length;
	return { title, n, agreement: agreementOf(units, seeded(seedOf(`${guideId}/${id}`))) };
}

function pairOf({ first, second }: MarkedTwice, { id, levels }: Criterion): Pair[] {
	const [one, other] = [first.levels[id], second.levels[id]];
	const top = levels.length - 1;
	return one === undefined || other === undefined || top < 1 ? [] : [[one / top, other / top]];
}

/**
 * What a kappa is called. Source: J. R. Landis & G. G. Koch, The measurement of observer agreement for categorical data,
 * Biometrics 33 (1977), 159–174; its bounds are a convention.
 */
export function describeKappa(kappa: number): string {
	const words = [
		[0.8, '几乎一致'],
		[0.6, '相当一致'],
		[0.4, '中等'],
		[0.2, '较低'],
		[0, '很低']
	] as const;
	return words.find(([above]) => kappa > above)?.[1] ?? '不比随机好';
}

/** `0.71（0.52–0.84），相当一致`; what is too little to tell is said. */
export function describeAgreement({ n, agreement }: Pick<GuideAgreement, 'n' | 'agreement'>): string {
	if (n < ENOUGH) return `不足 ${ENOUGH} 份，说明不了什么`;
	if (!agreement) return '两人总选同一档，无从区分';
	const { kappa, interval } = agreement;
	const range = interval ? `（${interval.low.toFixed(2)} 至 ${interval.high.toFixed(2)}）` : '';
	return `${kappa.toFixed(2)}${range}，${describeKappa(kappa)}`;
}
