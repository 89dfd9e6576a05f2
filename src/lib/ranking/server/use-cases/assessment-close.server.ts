import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { type Closing, closeVersion, periodsToClose, versionOf } from '../../domain/assessment/closing.ts';
import { type Period, dailyPeriodsOf } from '../../domain/assessment/scheme.ts';
import type { AssessedUnit as ClosedUnit } from '../../domain/awards/eligibility.ts';
import { type Card, knowPeriod } from '../assessed-units.server.ts';
import { readCards } from '../assessment-cards.server.ts';
import * as assessment from '../repository/assessment.server.ts';
import { assessmentSchemes } from '../schemes.server.ts';

/**
 * Closes a period for all units: what its cards say now is kept, and later data do not change it. Closing again is a correction,
 * the next version, with its reason; the earlier one stays. A year takes along its daily periods that are still open.
 * @param seen the version that stood on the page
 */
export async function closeAssessment(
	ctx: Ctx,
	period: Period,
	{ reason, seen }: { readonly reason: string; readonly seen: number }
): Promise<Result<number>> {
	const me = authorisePerson(ctx, 'ranking.closeAssessment');
	const known = knowPeriod(ctx, period);
	if (!known.ok) return known;
	return inTransaction(me, async (inner) => {
		await assessment.lockClosings(inner.db);
		const year = period.slice(0, 4);
		const units = (await readUnits(inner)).filter(({ kind }) => known.value.scheme.units.includes(kind));
		const { liveCardOf, closings } = await readCards(inner, units, year);
		const days = dailyPeriodsOf(assessmentSchemes(), year, dayOf(inner.now));
		const periods = periodsToClose(period, days, closings);
		const cards = periods.flatMap((one) => units.map(({ id }) => ({ unitId: id, card: liveCardOf(id, one) })));
		const open = cards.reduce((sum, { card }) => sum + card.assessment.open.length, 0);
		const version = versionOf(closings, period);
		if (isDone(closings, { period, version, seen, reason, by: me.actor.personId })) return ok(version);
		const today = dayOf(inner.now);
		const judged = closeVersion({ period, today, version, seen, open, reason });
		if (!judged.ok) return judged;
		for (const one of periods) {
			await save(inner, one, {
				version: one === period ? judged.value : 1,
				reason,
				cards: cards.filter(({ card }) => card.period === one)
			});
		}
		return ok(judged.value);
	});
}

/** A second click finds closed what the first one has closed. */
function isDone(
	closings: readonly Closing[],
	asked: {
		readonly period: Period;
		readonly version: number;
		readonly seen: number;
		readonly reason: string;
		readonly by: string;
	}
): boolean {
	const { period, version, seen, reason, by } = asked;
	const last = closings.find((one) => one.period === period && one.version === version);
	return last !== undefined && version === seen + 1 && last.closedBy === by && last.reason === reason;
}

interface Kept {
	readonly version: number;
	readonly reason: string;
	readonly cards: readonly { readonly unitId: string; readonly card: Card }[];
}

async function save(inner: SignedIn, period: Period, { version, reason, cards }: Kept): Promise<void> {
	const by = { period, version, reason, closedBy: inner.actor.personId, closedAt: inner.now };
	await assessment.insertClosings(
		inner.db,
		cards.map(({ unitId, card }) => ({
			...{ ...by, unitId, schemeVersion: card.scheme.version, assessment: card.assessment },
			counts: Object.fromEntries(
				[...card.stood].flatMap(([subject, { counts }]) => (counts ? [[subject, counts.id] as const] : []))
			)
		}))
	);
	const totals = Object.fromEntries(cards.map(({ unitId, card }) => [unitId, card.assessment.total]));
	await recordAudit(inner, 'ranking.assessment.close', `assessment:${period}`, { version, reason, totals });
}

/** What was closed of some units in a period, for whoever gives honours by it; what is not closed is not there. */
export async function readClosedUnits(ctx: Ctx, period: Period): Promise<ReadonlyMap<string, ClosedUnit>> {
	const closings = await assessment.selectClosings(ctx.db, period.slice(0, 4));
	const ofPeriod = closings.filter((one) => one.period === period);
	return new Map(
		ofPeriod.map(({ unitId, version, assessment: { total, standing, vetoes } }) => [
			unitId,
			{ version, total, isFinal: standing === 'final', vetoes: vetoes.map(({ name }) => name) }
		])
	);
}
