import type { PersonCard } from '#lib/identity/server/use-cases/directory.server.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { titleOfCycle } from '../domain/awards/award-cycle.ts';
import { type DimensionResult, type IndicatorResult, MISSING, STANDINGS } from '../domain/assessment/assess.ts';
import type { Closing } from '../domain/assessment/closing.ts';
import { type Entry, VERDICTS } from '../domain/assessment/entry.ts';
import { type Formula, describeFormula, fieldsOf } from '../domain/assessment/formula.ts';
import { FIGURE_SOURCES, NORMS, PLATFORM_FIGURES, VETO_FORMULA, isStated } from '../domain/assessment/scheme.ts';
import type { Card } from './assessed-units.server.ts';

export type People = ReadonlyMap<string, PersonCard>;

/** Everybody who entered or decided something. */
export const peopleIn = (entries: readonly Entry[]) => [
	...new Set(entries.flatMap(({ enteredBy, reviewedBy }) => [enteredBy, ...(reviewedBy ? [reviewedBy] : [])]))
];

const nameIn = (people: People, id: string) => people.get(id)?.name ?? '（已离任）';
const moment = (at: Date) => `${dayOf(at)} ${clockOf(at)}`;

/** An entry with its proof, who wrote it and who decided. */
export function viewEntry(entry: Entry, formula: Formula, people: People) {
	const { id, number, account, document, documentOn, link, period, verdict, reason, reviewedBy, reviewedAt } = entry;
	return {
		...{ id, number, account, document, documentOn, link, figures: figuresInWords(formula, entry) },
		...{ verdict, reason, state: verdict ? VERDICTS[verdict] : MISSING.pending },
		period: titleOfCycle(period),
		by: nameIn(people, entry.enteredBy),
		at: moment(entry.enteredAt),
		reviewer: reviewedBy && nameIn(people, reviewedBy),
		reviewedAt: reviewedAt && moment(reviewedAt)
	};
}
export type EntryView = ReturnType<typeof viewEntry>;

/** `3 件按时公示，4 件应当公示`; a number whose field is gone is left out. */
export function figuresInWords(formula: Formula, { figures }: Pick<Entry, 'figures'>): string {
	if (formula.kind === 'yes-no') return figures['done'] === 1 ? '是' : '否';
	if (formula.kind === 'n-of') return `${figures['count'] ?? '？'} / ${formula.of} ${formula.what}`;
	const words = fieldsOf(formula).flatMap(({ id, label, decimals }) => {
		const value = figures[id];
		if (value === undefined) return [];
		return decimals === 2 ? `${label} ${value / 100}` : `${value} ${label}`;
	});
	return words.join('，');
}

function viewIndicator(result: IndicatorResult, card: Card, people: People) {
	const { indicator, share, counted, value, reason, missing } = result;
	const stood = card.stood.get(indicator.id);
	const counts = stood?.counts ?? null;
	const newest = stood?.newest ?? null;
	return {
		...{ id: indicator.id, name: indicator.name, share, counted, value, reason, missing },
		...{ formula: describeFormula(indicator.formula), norm: NORMS[indicator.norm] },
		isOurs: indicator.norm === 'D',
		source: indicator.figure ? PLATFORM_FIGURES[indicator.figure].said : FIGURE_SOURCES[indicator.source],
		isReported: indicator.source === 'reported',
		/** What the value rests on. */
		counts: counts && viewEntry(counts, indicator.formula, people),
		isCarried: counts !== null && counts.period !== card.period,
		/** A newer one that does not count (yet). */
		waiting: newest && newest.id !== counts?.id ? viewEntry(newest, indicator.formula, people) : null
	};
}
export type IndicatorView = ReturnType<typeof viewIndicator>;

const viewDimension = (one: DimensionResult, card: Card, people: People) => ({
	...{ id: one.dimension.id, name: one.dimension.name, weight: one.dimension.weight, value: one.value, note: one.note },
	isOurs: one.dimension.norm === 'D',
	indicators: one.indicators.map((result) => viewIndicator(result, card, people))
});
export type DimensionView = ReturnType<typeof viewDimension>;

const viewStamp = ({ version, reason, closedBy, closedAt }: Closing, people: People) => {
	return { version, reason, by: nameIn(people, closedBy), on: moment(closedAt) };
};

/** A unit's period as its page shows it. */
export function viewCard(card: Card, people: People) {
	const { total, standing, reason, dimensions, vetoes, open } = card.assessment;
	return {
		...{ total, standing, reason, open, standingLabel: STANDINGS[standing], live: card.live },
		closing: card.closing && viewStamp(card.closing, people),
		dimensions: dimensions.map((one) => viewDimension(one, card, people)),
		vetoes,
		/** What the supervising office has stated, in force or not. */
		stated: card.scheme.vetoes.filter(isStated).flatMap(({ id, name }) => {
			const newest = card.stood.get(id)?.newest;
			return newest ? [{ id, name, entry: viewEntry(newest, VETO_FORMULA, people) }] : [];
		})
	};
}
export type CardView = ReturnType<typeof viewCard>;
