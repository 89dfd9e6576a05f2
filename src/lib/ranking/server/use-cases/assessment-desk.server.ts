import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ok } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { titleOfCycle } from '../../domain/awards/award-cycle.ts';
import { type Entry, entriesOf, standingOf, whyMayNotReview } from '../../domain/assessment/entry.ts';
import { type Formula, describeFormula, fieldsOf } from '../../domain/assessment/formula.ts';
import { VETO_FORMULA, indicatorsIn, isStated } from '../../domain/assessment/scheme.ts';
import { assessmentTerms } from '../../domain/assessment/term.ts';
import { type Asked, type Known, knowUnit } from '../assessed-units.server.ts';
import { peopleIn, viewEntry } from '../card-view.server.ts';
import * as assessment from '../repository/assessment.server.ts';

/** What can be entered for a unit by this person: its reported indicators, and vetoes for the supervising office. */
function subjectsOf({ me, unit, scheme, part }: Known) {
	const indicators = indicatorsIn(scheme, part)
		.filter(({ source }) => source === 'reported')
		.map(({ id, dimension, name, formula, carries = false, proof = '' }) => {
			const group = scheme.dimensions.find((one) => one.id === dimension)!.name;
			return { id, name, group, formula, carries, hint: proof };
		});
	if (!mayRun(me.actor, 'ranking.confirmFigures', { unitPath: unit.path })) return indicators;
	const vetoes = scheme.vetoes.filter(isStated).map(({ id, name }) => ({
		...{ id, name, group: '否决情形（由督导提出，另一人确认）', formula: VETO_FORMULA, carries: false },
		hint: '认定的文书和日期'
	}));
	return [...indicators, ...vetoes];
}

const headOf = (ctx: Ctx, { unit, period, scheme }: Known) => ({
	...{ period, title: titleOfCycle(period), unit: { id: unit.id, name: unit.name } },
	terms: assessmentTerms(scheme, period, dayOf(ctx.now))
});

/** The form of a unit for a period: every figure that is reported, with what was entered last. */
export async function readReport(ctx: Ctx, asked: Asked) {
	const known = await knowUnit(ctx, 'ranking.reportFigures', asked);
	if (!known.ok) return known;
	const { unit, period } = known.value;
	const entries = await assessment.selectEntries(ctx.db, [unit.id], period.slice(0, 4));
	const people = await readPeople(ctx, peopleIn(entries));
	const subjects = subjectsOf(known.value).map(({ formula, carries, ...subject }) => {
		const { newest, counts } = standingOf(entries, period, { subject: subject.id, formula, carries });
		const isCarried = counts !== null && counts.period !== period;
		return {
			...{ ...subject, formula, fields: fieldsOf(formula), words: describeFormula(formula), carries },
			seen: newest?.number ?? 0,
			/** Shown in the fields: what was entered last for this period. */
			typed: newest && typedOf(newest, formula),
			newest: newest && viewEntry(newest, formula, people),
			carried: isCarried ? viewEntry(counts, formula, people) : null
		};
	});
	return ok({ ...headOf(ctx, known.value), subjects });
}
export type ReportPage = Extract<Awaited<ReturnType<typeof readReport>>, { ok: true }>['value'];

/** An entry as the fields of the form would hold it, by their names without the subject. */
function typedOf(entry: Entry, formula: Formula): Record<string, string> {
	const figures = fieldsOf(formula).map(({ id, decimals }): [string, string] => {
		const value = entry.figures[id];
		return [`figure/${id}`, value === undefined ? '' : String(decimals === 2 ? value / 100 : value)];
	});
	const { account, document, documentOn, link } = entry;
	return { ...Object.fromEntries(figures), account, document, documentOn, link: link ?? '' };
}

/** What waits for the second person, each with whether this reader may be it. */
export async function readCheck(ctx: Ctx, asked: Asked) {
	const known = await knowUnit(ctx, 'ranking.confirmFigures', asked);
	if (!known.ok) return known;
	const { me, unit, period, scheme } = known.value;
	const entries = await assessment.selectEntries(ctx.db, [unit.id], period.slice(0, 4));
	const people = await readPeople(ctx, peopleIn(entries));
	const waiting = subjectsOf(known.value).flatMap(({ id, name, group, formula, hint }) => {
		const list = entriesOf(entries, period, id);
		const newest = list.at(-1);
		if (!newest || newest.verdict !== null) return [];
		const four = { unitPath: unit.path, newest: newest.number };
		const earlier = list.slice(0, -1).reverse();
		return [
			{
				...{ id, name, group, hint, words: describeFormula(formula) },
				entry: viewEntry(newest, formula, people),
				earlier: earlier.map((one) => viewEntry(one, formula, people)),
				whyNot: whyMayNotReview(newest, me.actor, four)
			}
		];
	});
	return ok({ ...headOf(ctx, known.value), waiting, confirmWorkdays: scheme.workdays.confirm });
}
export type CheckPage = Extract<Awaited<ReturnType<typeof readCheck>>, { ok: true }>['value'];
