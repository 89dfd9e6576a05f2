import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { certificateStateOn } from '../../domain/certificate.ts';
import { PAGE_SIZE, type PeopleFilter } from '../../domain/people-filter.ts';
import { type UseCase, mayRun } from '../../domain/permissions.ts';
import { ROLES, UNIT_KINDS } from '../../domain/roles.ts';
import { UNIT_CHANGES } from '../../domain/unit-tree.ts';
import { selectUnits } from '../repository.server.ts';
import { countMatching, selectPage } from '../repository/people-list.server.ts';
import { countActive, selectUnitChanges } from '../repository/units.server.ts';
import { NotAllowed } from './authorise.server.ts';

/** The units for which the actor may do something, parents first; whoever may nowhere is not let in. */
async function unitsWithin(ctx: Ctx, useCase: UseCase) {
	const { actor } = ctx;
	if (!actor) throw new NotAllowed(useCase, false);
	const all = await selectUnits(ctx.db);
	const own = all.filter(({ path }) => mayRun(actor, useCase, { unitPath: path }));
	if (own.length === 0) throw new NotAllowed(useCase, true);
	return { me: { ...ctx, actor } satisfies SignedIn, own, all };
}

/** Depth below the first unit that is shown: 0 = that one. */
const depthOf = (path: string, least: number) => path.split('/').length - least;

/** The tree in the order in which it is read: every unit after its parent, siblings by name. */
function inReadingOrder<Unit extends { id: string; parentId: string | null; name: string }>(
	units: readonly Unit[]
): Unit[] {
	const ids = new Set(units.map(({ id }) => id));
	const sorted = [...units].sort((left, right) => left.name.localeCompare(right.name, 'zh'));
	const below = (parentId: string | null): Unit[] =>
		sorted
			.filter((one) =>
				parentId === null ? one.parentId === null || !ids.has(one.parentId) : one.parentId === parentId
			)
			.flatMap((one) => [one, ...below(one.id)]);
	return below(null);
}

/** The tree as far as the actor administers it, with how many people are in each unit and below it. */
export async function readUnitTree(ctx: Ctx) {
	const { me, own } = await unitsWithin(ctx, 'identity.manageUnits');
	const active = await countActive(me.db);
	const least = Math.min(...own.map(({ path }) => path.split('/').length));
	return inReadingOrder(own).map(({ id, name, kind, path, closedOn, parentId }) => ({
		...{ id, name, kindLabel: UNIT_KINDS[kind], closedOn, parentId, depth: depthOf(path, least) },
		people: active.get(id) ?? 0,
		allPeople: own.reduce((sum, one) => sum + (one.path.startsWith(path) ? (active.get(one.id) ?? 0) : 0), 0)
	}));
}
export type TreeRow = Awaited<ReturnType<typeof readUnitTree>>[number];

/** Open units as a choice of a form, indented by their depth. */
export async function readUnitChoices(ctx: Ctx) {
	const { own } = await unitsWithin(ctx, 'identity.readRegister');
	const least = Math.min(...own.map(({ path }) => path.split('/').length));
	const open = own.filter(({ closedOn }) => closedOn === null);
	return inReadingOrder(open).map(({ id, name, path }) => ({
		...{ id, name, path },
		label: `${'　'.repeat(depthOf(path, least))}${name}`
	}));
}
export type UnitChoice = Awaited<ReturnType<typeof readUnitChoices>>[number];

/** One unit with its place, what became of it, and where it could go. */
export async function readUnit(ctx: Ctx, unitId: string) {
	const { me, own, all } = await unitsWithin(ctx, 'identity.manageUnits');
	const unit = own.find(({ id }) => id === unitId);
	if (!unit) return refuse('no-unit', '没有这个单位。');
	const [changes, active] = [await selectUnitChanges(me.db, unitId), await countActive(me.db)];
	const parent = all.find(({ id }) => id === unit.parentId);
	const mayMove = parent !== undefined && own.includes(parent);
	const places = own.filter(({ closedOn, path }) => closedOn === null && !path.startsWith(unit.path));
	return ok({
		unit: {
			...{ id: unit.id, name: unit.name, kindLabel: UNIT_KINDS[unit.kind], closedOn: unit.closedOn },
			...{ parentId: unit.parentId, parentName: parent?.name ?? null, people: active.get(unit.id) ?? 0 },
			since: dayOf(unit.createdAt)
		},
		mayMove,
		places: mayMove ? inReadingOrder(places).map(({ id, name }) => ({ id, name })) : [],
		children: inReadingOrder(own.filter(({ parentId }) => parentId === unitId)).map(({ id, name, closedOn }) => ({
			...{ id, name, closedOn }
		})),
		history: changes.map(({ change, byName }) => ({
			...{ id: change.id, label: UNIT_CHANGES[change.kind], before: change.before, after: change.after },
			...{ reason: change.reason, by: byName ?? '命令行', at: `${dayOf(change.at)} ${clockOf(change.at)}` }
		}))
	});
}

/** One page of the people of the actor's units. */
export async function listPeople(ctx: Ctx, filter: PeopleFilter) {
	const { me, own } = await unitsWithin(ctx, 'identity.readRegister');
	const today = dayOf(ctx.now);
	const chosen = own.find(({ id }) => id === filter.unit);
	const units = chosen ? own.filter(({ path }) => path.startsWith(chosen.path)) : own;
	const asked = { ...filter, unitIds: units.map(({ id }) => id), today };
	const offset = (filter.page - 1) * PAGE_SIZE;
	const [rows, count] = await Promise.all([
		selectPage(me.db, asked, { order: filter.order, offset, limit: PAGE_SIZE }),
		countMatching(me.db, asked)
	]);
	return {
		count,
		pages: Math.max(1, Math.ceil(count / PAGE_SIZE)),
		people: rows.map(({ roles, ...row }) => ({
			...row,
			roleLabels: roles.map((role) => ROLES[role]),
			certificate: certificateStateOn(row.certificateExpiresOn, today)
		}))
	};
}
export type PeoplePage = Awaited<ReturnType<typeof listPeople>>;

export type UnitPage = Awaited<ReturnType<typeof readUnit>> extends Result<infer Page> ? Page : never;
