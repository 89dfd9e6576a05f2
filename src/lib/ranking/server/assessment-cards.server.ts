import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { dayAfter } from '../domain/awards/award-cycle.ts';
import { type Closing, standingClosings, versionOf } from '../domain/assessment/closing.ts';
import type { Period } from '../domain/assessment/scheme.ts';
import { type AssessedUnit, closedCard, makeCard } from './assessed-units.server.ts';
import { readRecords } from './platform-records.server.ts';
import * as assessment from './repository/assessment.server.ts';

/** The cards of some units in a year: of a closed period as it was closed, of an open one as of now. */
export async function readCards(ctx: Ctx, units: readonly Pick<AssessedUnit, 'id'>[], year: string) {
	const ids = units.map(({ id }) => id);
	const [records, entries, closings] = await Promise.all([
		readRecords(ctx, year),
		assessment.selectEntries(ctx.db, ids, year),
		assessment.selectClosings(ctx.db, year)
	]);
	const standing = standingClosings(closings);
	const liveCardOf = (unitId: string, period: Period) => makeCard({ records, entries }, unitId, period);
	const cardOf = (unitId: string, period: Period) => {
		const closing = standing.get(`${unitId} ${period}`);
		const card = liveCardOf(unitId, period);
		return closing ? closedCard(card, closing, entries) : card;
	};
	return { entries, closings, cardOf, liveCardOf };
}

interface Shown {
	readonly closings: readonly Closing[];
	readonly period: Period;
	readonly rows: readonly { readonly open: number; readonly live: number | null }[];
}

/** What the page of a period says of its closing, and whether this person can close it. */
export async function viewClosing(ctx: Ctx, { closings, period, rows }: Shown) {
	const version = versionOf(closings, period);
	const ofPeriod = closings.filter((one) => one.period === period);
	const versions = [...new Map(ofPeriod.map((one) => [one.version, one])).values()];
	const people = await readPeople(ctx, [...new Set(versions.map(({ closedBy }) => closedBy))]);
	return {
		version,
		versions: versions.map(({ version: number, reason, closedBy, closedAt }) => ({
			...{ number, reason, by: people.get(closedBy)?.name ?? '（已离任）' },
			on: `${dayOf(closedAt)} ${clockOf(closedAt)}`
		})),
		mayClose: mayRun(ctx.actor, 'ranking.closeAssessment') && dayAfter(period) <= dayOf(ctx.now),
		open: rows.reduce((sum, row) => sum + row.open, 0),
		changed: rows.filter(({ live }) => live !== null).length
	};
}
