import { readCandidates } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { pieceFact } from '#lib/ranking/domain/entry.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { ADVOCATE_CRITERIA, POINT } from '../domain/ballot/criteria.ts';
import { totalOf } from '../domain/ballot/sheet.ts';
import type { MarkedSheet } from './counted-match.server.ts';
import { selectSeats } from './repository/seats.server.ts';

/** A hearing whose result is published, as far as the ledger asks. */
interface Published {
	readonly id: string;
	readonly bundle: { readonly id: string; readonly version: number };
	readonly sheets: readonly MarkedSheet[];
}

/**
 * What the ledger is told of a hearing: each officer who argued, with the mean of what the judges gave for that. Whom no judge
 * has marked in full leaves nothing; the mark of the team is not the mark of a person.
 */
export async function recordHearing(ctx: Ctx, { id, bundle, sheets }: Published): Promise<void> {
	const seats = (await selectSeats(ctx.db, id)).filter(({ personId }) => personId !== null);
	const officers = await readCandidates(
		ctx,
		seats.map(({ personId }) => personId!)
	);
	// Everybody who closes two hearings at once takes the chains in the same order.
	seats.sort((left, right) => (left.personId! < right.personId! ? -1 : 1));
	for (const { seatId, personId } of seats) {
		const officer = officers.get(personId!);
		const mark = meanOf(seatId, sheets);
		if (!officer?.isActive || mark === null) continue;
		await recordEntry(ctx, {
			...{ officerId: officer.id, unitId: officer.unitId, source: 'hearing', sourceId: `${id}:${officer.id}` },
			...{ day: dayOf(ctx.now), complete: true, facts: [pieceFact(`bundle:${bundle.id}@${bundle.version}`, mark)] }
		});
	}
}

const WHOLE = Object.keys(ADVOCATE_CRITERIA).length;

/** 0–100. */
function meanOf(seatId: string, sheets: readonly MarkedSheet[]): number | null {
	const rows = sheets
		.map(({ advocates }) => advocates[seatId] ?? {})
		.filter((row) => Object.keys(row).length === WHOLE);
	const sum = rows.reduce((total, points) => total + totalOf({ points }), 0);
	return rows.length === 0 ? null : sum / rows.length / POINT;
}
