import type { Role } from '#lib/identity/domain/roles.ts';
import { readAbsent, readHolders, readUnitsOf } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { seedOf } from '#lib/shared/random.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Place } from '../../domain/marking/combine-marks.ts';
import { type Candidate, drawMarkers } from '../../domain/marking/draw-markers.ts';
import { heldWrongly, placesNeeded } from '../../domain/marking/places-needed.ts';
import * as draws from '../repository/marking-draws.server.ts';

export const MARKING_ROLES: readonly Role[] = ['trainer', 'legal-reviewer', 'judge'];

/**
 * Draws markers for every document that wants some: two for a new one, a third when two are far apart, one more after an
 * objection, somebody else when a marker handed it back or may not mark any more. Any node may run it at any time: draws
 * stand in a row, and what is drawn stays. @returns how many were drawn
 */
export async function assignMarkers(ctx: Ctx): Promise<number> {
	const waiting = await draws.selectUndecided(ctx.db);
	if (waiting.length === 0) return 0;
	return inTransaction(ctx, async (inner) => {
		await draws.lockDraws(inner.db);
		const rows = await draws.selectUndecided(inner.db);
		const around = await surroundings(inner, rows);
		let drawn = 0;
		for (const row of rows) drawn += await drawFor(inner, row, around);
		return drawn;
	});
}

interface Around {
	/** Their open documents grow while they are drawn. */
	readonly candidates: (Candidate & { open: number })[];
	/** Where the authors are now. */
	readonly units: ReadonlyMap<string, string>;
	/** Nothing new is given to whoever is away today; what they hold stays with them. */
	readonly away: ReadonlySet<string>;
}

async function surroundings(ctx: Ctx, rows: readonly draws.Undecided[]): Promise<Around> {
	const [holders, loads, units] = await Promise.all([
		readHolders(ctx, MARKING_ROLES),
		draws.selectLoads(ctx.db),
		readUnitsOf(
			ctx,
			rows.map(({ officerId }) => officerId)
		)
	]);
	const away = await readAbsent(
		ctx,
		holders.map(({ id }) => id),
		dayOf(ctx.now)
	);
	return { candidates: holders.map(({ id, unitId }) => ({ id, unitId, open: loads.get(id) ?? 0 })), units, away };
}

async function drawFor(ctx: Ctx, row: draws.Undecided, { candidates, units, away }: Around): Promise<number> {
	const { guideVersion, limit } = row;
	if (guideVersion === null || limit === null) {
		ctx.log.warn({ draft: row.draftId, guide: row.guideId }, 'no published guide to mark by');
		return 0;
	}
	const unitIds = [row.unitId, units.get(row.officerId) ?? row.unitId];
	const mayMark = (id: string) =>
		id !== row.officerId && candidates.some((one) => one.id === id && !unitIds.includes(one.unitId));
	const wrong = heldWrongly(row.held, mayMark);
	for (const one of wrong) await takeBack(ctx, one.id);
	const held = row.held.map((one) => (wrong.includes(one) ? { ...one, isRecused: true } : one));
	let drawn = 0;
	const taken = row.held.map(({ markerId }) => markerId);
	const here = candidates.filter(({ id }) => !away.has(id));
	for (const place of placesNeeded({ held, limit, isObjected: row.isObjected })) {
		const seed = seedOf(`${ctx.seed}/${row.draftId}/${place}`);
		const wanted = { count: 1, authorId: row.officerId, unitIds, taken };
		const { markers, reason } = drawMarkers(here, wanted, seed);
		const [markerId] = markers;
		if (!markerId) {
			ctx.log.warn({ draft: row.draftId, place, reason }, 'no marker found');
			continue;
		}
		if (await insert(ctx, { ...row, guideVersion }, { place, markerId, seed })) drawn++;
		taken.push(markerId);
		candidates.find(({ id }) => id === markerId)!.open++;
	}
	return drawn;
}

async function takeBack(ctx: Ctx, id: string): Promise<void> {
	const why = '不再担任阅卷，或与撰写人同单位';
	if (await draws.recuse(ctx.db, id, { why, now: ctx.now })) {
		await recordAudit(ctx, 'drafting.recuseMarker', `marking:${id}`, { why });
	}
}

async function insert(
	ctx: Ctx,
	{ draftId, guideId, guideVersion }: draws.Undecided & { guideVersion: number },
	drawn: { place: Place; markerId: string; seed: number }
): Promise<boolean> {
	const id = newId(ctx.now);
	const row = { id, draftId, guideId, guideVersion, ...drawn, assignedAt: ctx.now, levels: {}, comments: [] };
	if (!(await draws.insertMarking(ctx.db, row))) return false;
	await recordAudit(ctx, 'drafting.assignMarker', `marking:${id}`, { draftId, ...drawn, guideId, guideVersion });
	return true;
}
