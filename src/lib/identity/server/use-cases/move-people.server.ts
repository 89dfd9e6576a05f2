import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { grantsThatMove, judgeTransfer } from '../../domain/transfer.ts';
import { knowPerson } from '../known-person.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { insertGrants, selectUnits } from '../repository.server.ts';
import { endGrants, selectOpenGrants } from '../repository/grants.server.ts';
import * as history from '../repository/person-history.server.ts';
import { lockPerson, updatePerson } from '../repository/people.server.ts';
import { holdUnit } from '../repository/units.server.ts';
import { authorisePerson } from './authorise.server.ts';

export interface Transfer {
	readonly unitId: string;
	readonly movedOn: Day;
	readonly reason: string;
}

/** Transfers somebody, from this day or from a later one. What is in the ledger stays with the unit of its time. */
export async function transferPerson(ctx: Ctx, id: string, given: Transfer): Promise<Result<null>> {
	const { me, known } = await knowPerson(ctx, 'identity.managePeople', id);
	const unit = (await selectUnits(ctx.db)).find((one) => one.id === given.unitId);
	if (!unit) return refuse('no-unit', '选一个单位。', 'unitId');
	authorisePerson(ctx, 'identity.managePeople', { unitPath: unit.path });
	const reason = given.reason.trim();
	if (reason === '') return refuse('no-reason', '写明调动的依据或者理由。', 'reason');
	return changeIdentity(me, async (inner) => {
		const { db, now, actor } = inner;
		const row = (await lockPerson(db, id))!;
		if ((await holdUnit(db, unit.id))?.closedOn !== null) return refuse('closed', '这个单位已经撤销。', 'unitId');
		const moves = await history.selectMoves(db, id);
		const { unitId: fromUnitId, joinedOn } = row;
		const plan = { fromUnitId, toUnitId: unit.id, movedOn: given.movedOn, joinedOn };
		const done = moves.filter(({ move }) => move.appliedAt !== null).map(({ move }) => move.movedOn);
		const hasWaiting = moves.some(({ move }) => move.appliedAt === null);
		const judged = judgeTransfer({ ...plan, lastMovedOn: done[0] ?? null, hasWaiting }, dayOf(now));
		if (!judged.ok) return judged;
		const move = { id: newId(now), personId: id, fromUnitId, toUnitId: unit.id, movedOn: given.movedOn, reason };
		const appliedAt = judged.value.isDue ? now : null;
		await history.insertMove(db, { ...move, recordedBy: actor.personId, recordedAt: now, appliedAt });
		if (judged.value.isDue) await carryOut(inner, move);
		const detail = { before: known.unitName, after: unit.name, movedOn: given.movedOn, reason };
		await recordAudit(inner, 'identity.transferPerson', `person:${id}`, detail);
		return ok(null);
	});
}

interface DueMove {
	readonly personId: string;
	readonly fromUnitId: string;
	readonly toUnitId: string;
}

/** The person is in the other unit now, and ordinary roles held for the old one with them. */
async function carryOut(ctx: Ctx, { personId, fromUnitId, toUnitId }: DueMove): Promise<void> {
	const { db, now } = ctx;
	const today = dayOf(now);
	await updatePerson(db, personId, { unitId: toUnitId });
	const open = await selectOpenGrants(db, personId, today);
	const moving = grantsThatMove(open, fromUnitId);
	// Whoever granted the role answers for it still; the person who moves may have granted nothing.
	const ending = { endedBy: ctx.actor?.personId ?? null, endReason: '随人调动' };
	await endGrants(
		db,
		moving.map(({ id }) => id),
		now,
		ending
	);
	const isHeld = (role: string) => open.some((one) => one.role === role && one.unitId === toUnitId);
	const again = moving.filter(({ role }) => !isHeld(role));
	await insertGrants(
		db,
		again.map((one) => ({ ...one, id: newId(now), unitId: toUnitId, grantedAt: now, reason: '随人调动' }))
	);
}

/** Takes back a transfer whose day has not come. */
export async function cancelTransfer(ctx: Ctx, id: string, moveId: string): Promise<Result<null>> {
	const { me } = await knowPerson(ctx, 'identity.managePeople', id);
	return inTransaction(me, async (inner): Promise<Result<null>> => {
		const isGone = isId(moveId) && (await history.cancelMove(inner.db, moveId, id, inner.now));
		if (!isGone) return refuse('no-move', '这次调动已经生效或者撤销。');
		await recordAudit(inner, 'identity.transferPerson', `person:${id}`, { cancelled: moveId });
		return ok(null);
	});
}

/** Carries out the transfers whose day has come. Any node may run it. @returns how many */
export async function applyMoves(ctx: Ctx): Promise<number> {
	return inTransaction(ctx, async (inner) => {
		const due = await history.lockDueMoves(inner.db, dayOf(inner.now));
		for (const move of due) {
			await lockPerson(inner.db, move.personId);
			await carryOut(inner, move);
			await history.markApplied(inner.db, move.id, inner.now);
			await recordAudit(inner, 'identity.transferPerson', `person:${move.personId}`, { applied: move.id });
		}
		return due.length;
	});
}
