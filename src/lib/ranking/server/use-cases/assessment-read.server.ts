import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ok } from '#lib/shared/result.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { cycleAt, cycleBefore, titleOfCycle } from '../../domain/awards/award-cycle.ts';
import { STANDINGS } from '../../domain/assessment/assess.ts';
import { describeScheme } from '../../domain/assessment/describe.ts';
import { PARTS, type Period, type Scheme, dailyPeriodsOf, schemeFor } from '../../domain/assessment/scheme.ts';
import { assessmentTerms } from '../../domain/assessment/term.ts';
import { type YearResult, composeYear } from '../../domain/assessment/year.ts';
import { type Asked, type Card, knowPeriod, knowUnit, knowUnits } from '../assessed-units.server.ts';
import { readCards, viewClosing } from '../assessment-cards.server.ts';
import { peopleIn, viewCard } from '../card-view.server.ts';
import { assessmentSchemes } from '../schemes.server.ts';

/** The period that one looks at first: the last one that is over, or the first one there is. */
export function currentPeriod(today: Day): Period {
	const schemes = assessmentSchemes();
	const month = today.slice(0, 7);
	const daily = schemes.filter(({ from }) => from <= month).at(-1)?.daily ?? 'month';
	const now = cycleAt(daily, `${month}-01`);
	const before = cycleBefore(now);
	return schemeFor(schemes, before) ? before : now;
}

/** How many daily periods a whole year has. */
const expectedIn = ({ daily }: Pick<Scheme, 'daily'>) => (daily === 'month' ? 12 : 4);

function yearOf(scheme: Scheme, days: readonly Card[], yearEnd: Card): YearResult {
	const results = days.map(({ period, assessment: one }) => ({ period, assessment: one }));
	return composeYear(scheme, { days: results, expected: expectedIn(scheme) }, yearEnd.assessment);
}

/** What both pages say of their period. */
function frameOf(ctx: Ctx, period: Period, scheme: Scheme) {
	const year = period.slice(0, 4);
	const part = period === year ? 'year-end' : 'daily';
	const periods = [...dailyPeriodsOf(assessmentSchemes(), year, dayOf(ctx.now)).reverse(), year];
	const before = `${Number(year) - 1}`;
	const isThere = schemeFor(assessmentSchemes(), before) !== null;
	return {
		...{ period, title: titleOfCycle(period), part: PARTS[part], isYear: part === 'year-end', version: scheme.version },
		rule: describeScheme(scheme, part),
		terms: assessmentTerms(scheme, period, dayOf(ctx.now)),
		periods: (isThere ? [...periods, before] : periods).map((id) => ({ id, title: titleOfCycle(id) }))
	};
}

/** The units of the reader side by side in one period. */
export async function readAssessment(ctx: Ctx, period: string) {
	const known = knowPeriod(ctx, period);
	const { me, units } = await knowUnits(ctx, known.ok ? known.value.scheme.units : []);
	if (!known.ok) return known;
	const { scheme } = known.value;
	const year = period.slice(0, 4);
	const { cardOf, closings } = await readCards(ctx, units, year);
	const days = dailyPeriodsOf(assessmentSchemes(), year, dayOf(ctx.now));
	const rows = units.map(({ id, name, path }) => {
		const card = cardOf(id, period);
		const { standing, total, dimensions, vetoes, open } = card.assessment;
		const yearly =
			period === year
				? yearOf(
						scheme,
						days.map((day) => cardOf(id, day)),
						card
					)
				: null;
		const isMine = path === me.actor.unitPath;
		return {
			...{ id, name, total, standing, standingLabel: STANDINGS[standing], open: open.length, isMine, year: yearly },
			live: card.live,
			vetoes: vetoes.map(({ name: veto }) => veto),
			dimensions: dimensions.map(({ dimension, value }) => ({ id: dimension.id, name: dimension.name, value })),
			waiting: waitingIn(card).length,
			mayConfirm: mayRun(me.actor, 'ranking.confirmFigures', { unitPath: path })
		};
	});
	const key = (row: (typeof rows)[number]) => (period === year ? row.year!.value : row.total) ?? -1;
	return ok({
		...frameOf(ctx, period, scheme),
		dimensions: scheme.dimensions.map(({ id, name, weight }) => ({ id, name, weight })),
		closing: await viewClosing(ctx, { closings, period, rows }),
		rows: rows.sort((left, right) => key(right) - key(left) || left.name.localeCompare(right.name, 'zh'))
	});
}
export type AssessmentPage = Extract<Awaited<ReturnType<typeof readAssessment>>, { ok: true }>['value'];

/** Entries that wait for the second person. */
const waitingIn = ({ stood }: Card) =>
	[...stood.values()].flatMap(({ newest }) => (newest && newest.verdict === null ? [newest] : []));

/** Without the time before the first result: the year may have begun long before the platform did. */
function sinceFirst(days: readonly Card[]): readonly Card[] {
	const first = days.findIndex(({ assessment: one }) => one.total !== null);
	return days.slice(first === -1 ? -1 : first);
}

/** One unit in one period: six figures, the way they went, and every figure down to its proof. */
export async function readScorecard(ctx: Ctx, asked: Asked) {
	const known = await knowUnit(ctx, 'ranking.readAssessment', asked);
	if (!known.ok) return known;
	const { me, unit, period, scheme } = known.value;
	const year = period.slice(0, 4);
	const { entries, cardOf } = await readCards(ctx, [unit], year);
	const card = cardOf(unit.id, period);
	const days = dailyPeriodsOf(assessmentSchemes(), year, dayOf(ctx.now)).map((day) => cardOf(unit.id, day));
	const closer = card.closing ? [card.closing.closedBy] : [];
	const people = await readPeople(ctx, [...new Set([...peopleIn(entries), ...closer])]);
	const may = (useCase: 'ranking.reportFigures' | 'ranking.confirmFigures') =>
		mayRun(me.actor, useCase, { unitPath: unit.path });
	return ok({
		...frameOf(ctx, period, scheme),
		unit: { id: unit.id, name: unit.name },
		card: viewCard(card, people),
		year: period === year ? yearOf(scheme, days, card) : null,
		trend: sinceFirst(days).map((day) => ({
			...{ period: day.period, title: titleOfCycle(day.period), total: day.assessment.total },
			standing: STANDINGS[day.assessment.standing],
			dimensions: day.assessment.dimensions.map(({ value }) => value)
		})),
		waiting: waitingIn(card).length,
		...{ mayReport: may('ranking.reportFigures'), mayConfirm: may('ranking.confirmFigures') }
	});
}
export type Scorecard = Extract<Awaited<ReturnType<typeof readScorecard>>, { ok: true }>['value'];
