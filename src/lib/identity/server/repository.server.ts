import { and, asc, desc, eq, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import { type Db, statement } from '#db/connect.ts';
import { person, roleGrant, session, signInThrottle, unit } from '#db/schema/identity.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Actor, Grant, Role } from '../domain/roles.ts';
import type { SignInWay } from '../domain/sign-in-ways.ts';
import { grantHolds } from './repository/grants.server.ts';

// —— sessions ——

interface ActorRow {
	id: string;
	name: string;
	account: string;
	unit_id: string;
	unit_name: string;
	unit_path: string;
	must_change_password: boolean;
	certificate_expires_on: string | null;
	grants: Grant[] | null;
}

/** $2 is today: a role counts from its first day to its last. */
const ACTOR = `p.id, p.name, p.account, p.unit_id, u.name as unit_name, u.path as unit_path, p.must_change_password,
	p.certificate_expires_on::text as certificate_expires_on,
	(select json_agg(json_build_object('role', g.role, 'unitPath', gu.path))
		from role_grant g join unit gu on gu.id = g.unit_id
		where g.person_id = p.id and g.ended_at is null
			and (g.from_on is null or g.from_on <= $2::date) and (g.until_on is null or g.until_on >= $2::date)) as grants`;

function toActor(row: ActorRow): Actor {
	return {
		...{ personId: row.id, name: row.name, account: row.account, mustChangePassword: row.must_change_password },
		certificateExpiresOn: row.certificate_expires_on,
		...{ unitId: row.unit_id, unitName: row.unit_name, unitPath: row.unit_path, grants: row.grants ?? [] }
	};
}

interface SessionRow {
	created_at: string;
	expires_at: string;
	device: string;
	address: string;
	opened_by: SignInWay;
	has_second_factor: boolean;
}

/** Runs on every request, so it is one prepared statement for session, person, unit and roles. */
const readSession = statement<ActorRow & SessionRow>(`
	select s.created_at, s.expires_at, s.device, s.address, s.opened_by,
		exists (select 1 from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as has_second_factor, ${ACTOR}
	from session s
	join person p on p.id = s.person_id
	join unit u on u.id = p.unit_id
	where s.token_hash = $1 and p.deactivated_at is null`);

export async function selectSession(db: Db, tokenHash: Buffer, today: Day) {
	const [row] = await readSession(db, [tokenHash, today]);
	if (!row) return null;
	const actor = toActor(row);
	// Whoever comes by way of a provider need not know the first password, and is not held up by it.
	const mustChangePassword = actor.mustChangePassword && row.opened_by === 'password';
	return {
		...{ actor: { ...actor, mustChangePassword }, hasSecondFactor: row.has_second_factor },
		...{ openedAt: new Date(row.created_at), expiresAt: new Date(row.expires_at) },
		...{ device: row.device, address: row.address }
	};
}

const readActor = statement<ActorRow>(`
	select ${ACTOR} from person p join unit u on u.id = p.unit_id where p.id = $1 and p.deactivated_at is null`);

export async function selectActor(db: Db, personId: string, today: Day): Promise<Actor | null> {
	const [row] = await readActor(db, [personId, today]);
	return row ? toActor(row) : null;
}

export async function insertSession(db: Db, values: typeof session.$inferInsert): Promise<void> {
	await db.insert(session).values(values);
}

export async function moveExpiry(db: Db, tokenHash: Buffer, expiresAt: Date): Promise<void> {
	await db.update(session).set({ expiresAt }).where(eq(session.tokenHash, tokenHash));
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
	await db.delete(session).where(eq(session.tokenHash, tokenHash));
}

export async function deleteSessionsOf(db: Db, personId: string): Promise<void> {
	await db.delete(session).where(eq(session.personId, personId));
}

export async function deleteOtherSessions(db: Db, personId: string, kept: Buffer): Promise<void> {
	await db.delete(session).where(and(eq(session.personId, personId), ne(session.tokenHash, kept)));
}

export async function deleteExpiredSessions(db: Db, now: Date): Promise<void> {
	await db.delete(session).where(lt(session.expiresAt, now));
}

export function selectSessionsOf(db: Db, personId: string, now: Date) {
	return db
		.select()
		.from(session)
		.where(and(eq(session.personId, personId), sql`${session.expiresAt} > ${now.toISOString()}`))
		.orderBy(desc(session.createdAt));
}

// —— people, units, roles ——

export async function selectPersonByAccount(db: Db, account: string) {
	const [row] = await db.select().from(person).where(eq(person.account, account));
	return row ?? null;
}

export async function selectPerson(db: Db, id: string) {
	const [row] = await db
		.select({ person, unit })
		.from(person)
		.innerJoin(unit, eq(unit.id, person.unitId))
		.where(eq(person.id, id));
	return row ?? null;
}

export function selectPeople(db: Db, ids: readonly string[]) {
	return db
		.select({
			...{ id: person.id, name: person.name, joinedOn: person.joinedOn },
			...{ unitId: unit.id, unitName: unit.name, unitPath: unit.path }
		})
		.from(person)
		.innerJoin(unit, eq(unit.id, person.unitId))
		.where(inArray(person.id, [...ids]));
}

/** Active people who hold one of the roles now, each once. */
export function selectHolders(db: Db, roles: readonly Role[], today: Day) {
	return db
		.selectDistinct({ id: person.id, name: person.name, unitId: person.unitId })
		.from(person)
		.innerJoin(roleGrant, eq(roleGrant.personId, person.id))
		.where(and(inArray(roleGrant.role, [...roles]), grantHolds(today), isNull(person.deactivatedAt)))
		.orderBy(asc(person.id));
}

/** Active officers with their unit and the day on which they joined. */
export function selectOfficers(db: Db, today: Day) {
	const officers = db
		.select({ id: roleGrant.personId })
		.from(roleGrant)
		.where(and(eq(roleGrant.role, 'officer'), grantHolds(today)));
	return db
		.select({
			...{ id: person.id, name: person.name, joinedOn: person.joinedOn },
			...{ unitId: unit.id, unitName: unit.name, unitPath: unit.path }
		})
		.from(person)
		.innerJoin(unit, eq(unit.id, person.unitId))
		.where(and(inArray(person.id, officers), isNull(person.deactivatedAt)))
		.orderBy(asc(unit.path), sql`${person.name} collate "zh-x-icu"`);
}

/** Whether people are officers at work now, and until when their certificates hold. */
export function selectCandidates(db: Db, ids: readonly string[], today: Day) {
	const isOfficer = and(eq(roleGrant.personId, person.id), eq(roleGrant.role, 'officer'), grantHolds(today));
	const officer = sql`select 1 from ${roleGrant} where ${isOfficer}`;
	return db
		.select({
			...{ id: person.id, unitId: person.unitId, certificateExpiresOn: person.certificateExpiresOn },
			isActive: sql<boolean>`(${person.deactivatedAt} is null and exists (${officer}))`
		})
		.from(person)
		.where(inArray(person.id, [...ids]));
}

/** What leads to a person, of everybody who is or was here. */
export function selectTraces(db: Db) {
	return db
		.select({ name: person.name, account: person.account, certificateNumber: person.certificateNumber })
		.from(person);
}

export function selectGrants(db: Db, personId: string, today: Day) {
	return db
		.select({ role: roleGrant.role, unitName: unit.name })
		.from(roleGrant)
		.innerJoin(unit, eq(unit.id, roleGrant.unitId))
		.where(and(eq(roleGrant.personId, personId), grantHolds(today)))
		.orderBy(asc(roleGrant.role));
}

export async function updatePassword(db: Db, personId: string, passwordHash: string): Promise<void> {
	await db.update(person).set({ passwordHash, mustChangePassword: false }).where(eq(person.id, personId));
}

export async function insertUnit(db: Db, values: typeof unit.$inferInsert): Promise<void> {
	await db.insert(unit).values(values);
}

export async function selectRootName(db: Db): Promise<string | null> {
	const [row] = await db.select({ name: unit.name }).from(unit).where(isNull(unit.parentId)).limit(1);
	return row?.name ?? null;
}

export function selectUnits(db: Db) {
	return db.select().from(unit).orderBy(asc(unit.path));
}

export function selectUnitsBy(db: Db, ids: readonly string[]) {
	return db
		.select({ id: unit.id, name: unit.name, kind: unit.kind, path: unit.path })
		.from(unit)
		.where(inArray(unit.id, [...ids]));
}

export async function insertPerson(db: Db, values: typeof person.$inferInsert): Promise<boolean> {
	const rows = await db.insert(person).values(values).onConflictDoNothing().returning({ id: person.id });
	return rows.length > 0;
}

export async function insertGrants(db: Db, values: (typeof roleGrant.$inferInsert)[]): Promise<void> {
	if (values.length > 0) await db.insert(roleGrant).values(values);
}

export async function countPeople(db: Db): Promise<number> {
	const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(person);
	return row?.count ?? 0;
}

export function findPeople(db: Db, pattern: string, limit: number) {
	return db
		.select({ id: person.id, name: person.name, unitName: unit.name })
		.from(person)
		.innerJoin(unit, eq(unit.id, person.unitId))
		.where(and(sql`${person.name} ilike ${pattern}`, isNull(person.deactivatedAt)))
		.orderBy(sql`${person.name} collate "zh-x-icu"`)
		.limit(limit);
}

// —— throttling ——

export function selectThrottles(db: Db, subjects: readonly string[]) {
	return db
		.select()
		.from(signInThrottle)
		.where(inArray(signInThrottle.subject, [...subjects]));
}

/** One counter, made if need be and locked until the transaction ends: failures that arrive together all count. */
export async function lockThrottle(db: Db, subject: string, now: Date) {
	const none = { subject, failures: 0, blockedUntil: now, lastFailureAt: now };
	await db.insert(signInThrottle).values(none).onConflictDoNothing();
	const [row] = await db.select().from(signInThrottle).where(eq(signInThrottle.subject, subject)).for('update');
	return row ?? none;
}

export async function saveThrottle(db: Db, row: typeof signInThrottle.$inferInsert): Promise<void> {
	const { failures, blockedUntil, lastFailureAt } = row;
	const set = { failures, blockedUntil, lastFailureAt };
	await db.insert(signInThrottle).values(row).onConflictDoUpdate({ target: signInThrottle.subject, set });
}

export async function deleteThrottle(db: Db, subject: string): Promise<void> {
	await db.delete(signInThrottle).where(eq(signInThrottle.subject, subject));
}
