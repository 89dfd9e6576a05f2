import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { UnitKind } from '../../domain/roles.ts';
import * as tree from '../../domain/unit-tree.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { insertUnit, selectUnits } from '../repository.server.ts';
import * as repository from '../repository/units.server.ts';
import { authorisePerson } from './authorise.server.ts';
import { forgetBureauName } from './directory.server.ts';

type Unit = Awaited<ReturnType<typeof selectUnits>>[number];

const NO_UNIT = refuse('no-unit', '没有这个单位。');

/** What a change of the tree is decided on: everything that is there, behind the lock, and the unit itself. */
interface Known {
	readonly inner: SignedIn;
	readonly units: readonly Unit[];
	readonly unit: Unit;
	readonly reason: string;
}

/** One change of the tree, after the other. Whoever may not touch the unit learns nothing of it. */
async function changeTree<T>(
	ctx: Ctx,
	{ unitId, reason }: { readonly unitId: string; readonly reason: string },
	change: (known: Known) => Promise<Result<T>>
): Promise<Result<T>> {
	const before = ctx.actor ? (await selectUnits(ctx.db)).find(({ id }) => id === unitId) : undefined;
	const me = authorisePerson(ctx, 'identity.manageUnits', { unitPath: before?.path ?? '-' });
	return changeIdentity(me, async (inner) => {
		await repository.lockTree(inner.db);
		const units = await selectUnits(inner.db);
		const unit = units.find(({ id }) => id === unitId);
		return unit ? change({ inner, units, unit, reason: reason.trim() }) : NO_UNIT;
	});
}

/** Where a unit hangs is decided by whoever administers what it hangs on. */
function authoriseAbove(ctx: SignedIn, units: readonly Unit[], unit: Unit): void {
	const parent = units.find(({ id }) => id === unit.parentId);
	authorisePerson(ctx, 'identity.manageUnits', { unitPath: (parent ?? unit).path });
}

interface Told {
	readonly kind: tree.UnitChangeKind;
	readonly before: string;
	readonly after: string;
}

/** The line of history and the audit entry of a change. */
async function tell({ inner, reason }: Pick<Known, 'inner' | 'reason'>, unitId: string, told: Told): Promise<void> {
	const { actor, now, db } = inner;
	const line = { ...told, unitId, reason, at: now, by: actor.personId };
	await repository.insertUnitChange(db, { id: newId(now), ...line });
	await recordAudit(inner, 'identity.manageUnits', `unit:${unitId}`, { ...told, reason });
}

/** Sets a unit up below another. @returns its id */
export async function addSubunit(
	ctx: Ctx,
	parentId: string,
	given: { readonly name: string; readonly kind: UnitKind; readonly reason: string }
): Promise<Result<string>> {
	return changeTree(ctx, { unitId: parentId, reason: given.reason }, async ({ inner, units, unit: parent, reason }) => {
		const name = given.name.trim();
		const judged = tree.judgeNewUnit(units, parent, name);
		if (!judged.ok) return judged;
		const id = newId(inner.now);
		const row = { id, parentId, name, kind: given.kind, path: `${parent.path}${id}/`, createdAt: inner.now };
		await insertUnit(inner.db, row);
		await tell({ inner, reason }, id, { kind: 'added', before: '', after: `${parent.name} ／ ${name}` });
		return ok(id);
	});
}

/** Gives a unit another name; boards and files of earlier months show the new one, its history the old. */
export async function renameUnit(ctx: Ctx, unitId: string, name: string, reason: string): Promise<Result<null>> {
	const renamed = await changeTree(ctx, { unitId, reason }, async (known) => {
		const { inner, units, unit } = known;
		const after = name.trim();
		const judged = tree.judgeRename(units, unit, after);
		if (!judged.ok) return judged;
		await repository.updateUnit(inner.db, unitId, { name: after });
		await tell(known, unitId, { kind: 'renamed', before: unit.name, after });
		return judged;
	});
	if (renamed.ok) forgetBureauName();
	return renamed;
}

/** Puts a unit with everything below it under another one: roles held for either reach as the tree then says. */
export async function moveUnit(ctx: Ctx, unitId: string, parentId: string, reason: string): Promise<Result<null>> {
	return changeTree(ctx, { unitId, reason }, async (known) => {
		const { inner, units, unit } = known;
		authoriseAbove(inner, units, unit);
		const parent = units.find(({ id }) => id === parentId);
		if (!parent) return refuse('no-parent', '选一个上级单位。', 'parentId');
		authorisePerson(inner, 'identity.manageUnits', { unitPath: parent.path });
		const judged = tree.judgeUnitMove(units, unit, parent);
		if (!judged.ok) return judged;
		await repository.moveSubtree(inner.db, unitId, { parentId, from: unit.path, path: judged.value });
		const before = units.find(({ id }) => id === unit.parentId)?.name ?? '';
		await tell(known, unitId, { kind: 'moved', before, after: parent.name });
		return ok(null);
	});
}

/** Ends a unit. What its people did stays with it; it can be opened again. */
export async function closeUnit(ctx: Ctx, unitId: string, reason: string): Promise<Result<null>> {
	return changeTree(ctx, { unitId, reason }, async (known) => {
		const { inner, units, unit } = known;
		authoriseAbove(inner, units, unit);
		if (known.reason === '') return refuse('no-reason', '写明撤销的依据或者理由。', 'reason');
		await repository.lockUnit(inner.db, unitId);
		const active = (await repository.countActive(inner.db)).get(unitId) ?? 0;
		const coming = await repository.countComing(inner.db, unitId);
		const judged = tree.judgeClosing(units, unit, { active, coming });
		if (!judged.ok) return judged;
		await repository.updateUnit(inner.db, unitId, { closedOn: dayOf(inner.now) });
		await tell(known, unitId, { kind: 'closed', before: unit.name, after: '' });
		return ok(null);
	});
}

/** Opens a closed unit again. */
export async function reopenUnit(ctx: Ctx, unitId: string, reason: string): Promise<Result<null>> {
	return changeTree(ctx, { unitId, reason }, async (known) => {
		const { inner, units, unit } = known;
		authoriseAbove(inner, units, unit);
		const judged = tree.judgeReopening(units, unit);
		if (!judged.ok) return judged;
		await repository.updateUnit(inner.db, unitId, { closedOn: null });
		await tell(known, unitId, { kind: 'reopened', before: '', after: unit.name });
		return ok(null);
	});
}
