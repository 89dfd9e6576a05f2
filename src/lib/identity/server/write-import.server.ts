import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { NewUnit } from '../domain/import/find-unit.ts';
import type { JudgedRow, Judgement, PersonValues } from '../domain/import/judgement.ts';
import type { Role } from '../domain/roles.ts';
import { NO_PASSWORD } from './password-hash.server.ts';
import * as people from './repository/imported-people.server.ts';
import { addUnit } from './use-cases/add-people.server.ts';

/** Writes what was judged, in the caller's transaction: units, people, roles, and what is needed to take it back. */
export async function writeImport(inner: Ctx, importId: string, judgement: Judgement): Promise<void> {
	const unitIds = await makeUnits(inner, judgement.newUnits);
	const inUnit = (values: PersonValues) => ({ ...values, unit: unitIds.get(values.unit) ?? values.unit });
	const plan = planOf(inner, judgement.rows, inUnit);
	const made = { hash: NO_PASSWORD, at: inner.now };
	await people.insertPeople(inner.db, plan.added, made);
	await people.updatePeople(inner.db, plan.changed);
	await people.insertRoles(inner.db, plan.grants, { by: inner.actor?.personId ?? null, at: inner.now });
	await people.insertChanges(inner.db, importId, plan.changes);
}

/** Upper units first; ids by key. */
async function makeUnits(inner: Ctx, units: readonly NewUnit[]): Promise<ReadonlyMap<string, string>> {
	const ids = new Map<string, string>();
	for (const { key, parent, name, kind } of units) {
		ids.set(key, await addUnit(inner, ids.get(parent) ?? parent, name, kind));
	}
	return ids;
}

function planOf(inner: Ctx, rows: readonly JudgedRow[], inUnit: (values: PersonValues) => PersonValues) {
	const added: people.AddedPerson[] = [];
	const changed: people.AddedPerson[] = [];
	const grants: people.ImportedGrant[] = [];
	const changes: people.ImportChange[] = [];
	const grant = (personId: string, roles: readonly Role[], unitId: string) => {
		const given = roles.map((role) => ({ id: newId(inner.now), personId, role, unitId }));
		grants.push(...given);
		return given.map(({ id }) => id);
	};
	for (const { number: row, act } of rows) {
		if (act.kind === 'none') continue;
		const isNew = act.kind === 'add';
		const personId = isNew ? newId(inner.now) : act.personId;
		const after = inUnit(isNew ? act.values : act.after);
		(isNew ? added : changed).push({ id: personId, ...after });
		const before = isNew ? null : act.before;
		changes.push({ personId, row, before, after, grants: grant(personId, act.roles, after.unit) });
	}
	return { added, changed, grants, changes };
}

interface Told {
	readonly name: string;
	readonly digest: string;
	readonly counts: Judgement['counts'];
}

/** One entry for the batch: counts, the digest of the file, and what became of people who were here before. */
export async function auditImport(inner: Ctx, importId: string, told: Told, { rows }: Judgement): Promise<void> {
	const changed = rows.flatMap(({ number: row, act }) =>
		act.kind === 'change' ? [{ row, person: act.personId, before: act.before, after: act.after, roles: act.roles }] : []
	);
	await recordAudit(inner, 'identity.importPeople', `person-import:${importId}`, { ...told, changed });
}
