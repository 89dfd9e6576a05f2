import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import type { PersonValues } from '../../domain/import/judgement.ts';
import type { Role } from '../../domain/roles.ts';

/** Rows go in as one JSON parameter per statement: fast, and no limit on the number of parameters. */
const recordset = (rows: readonly object[], columns: string) =>
	sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(${sql.raw(columns)})`;
const textsOf = (texts: readonly string[]) =>
	sql`(select jsonb_array_elements_text(${JSON.stringify(texts)}::text::jsonb))`;

interface Named {
	readonly accounts: readonly string[];
	readonly certificates: readonly string[];
	readonly names: readonly string[];
}

interface KnownRow extends Record<string, unknown> {
	id: string;
	account: string;
	name: string;
	unitId: string;
	unitPath: string;
	certificateNumber: string | null;
	certificateExpiresOn: string | null;
	joinedOn: string;
	isActive: boolean;
	roles: Role[];
}

const REGISTER = sql`select p.id, p.account, p.name, p.unit_id as "unitId", u.path as "unitPath",
		p.certificate_number as "certificateNumber", p.certificate_expires_on::text as "certificateExpiresOn",
		p.joined_on::text as "joinedOn", p.deactivated_at is null as "isActive", coalesce(g.roles, '[]'::json) as roles
	from person p join unit u on u.id = p.unit_id
	left join (select person_id, json_agg(distinct role) as roles from role_grant where ended_at is null group by person_id) g
		on g.person_id = p.id`;

/** Everybody whom a table could mean: by account, by certificate, by name. */
export async function selectNamed(db: Db, { accounts, certificates, names }: Named): Promise<KnownRow[]> {
	return db.execute<KnownRow>(sql`${REGISTER} where p.account in ${textsOf(accounts)}
		or p.certificate_number in ${textsOf(certificates)} or p.name in ${textsOf(names)} order by p.id`);
}

/** Everybody who is here, in the order of units and names. */
export async function selectRegister(db: Db): Promise<KnownRow[]> {
	return db.execute<KnownRow>(
		sql`${REGISTER} where p.deactivated_at is null order by u.path, p.name collate "zh-x-icu", p.account`
	);
}

/** People cannot be added or changed by anybody else until the transaction ends; signing in goes on. */
export async function holdPeople(db: Db): Promise<void> {
	await db.execute(sql`lock table person in share row exclusive mode`);
}

export interface AddedPerson extends PersonValues {
	readonly id: string;
}

/** New people without a password: each gets one with the slip. */
export async function insertPeople(db: Db, people: readonly AddedPerson[], made: { hash: string; at: Date }) {
	if (people.length === 0) return;
	await db.execute(sql`insert into person (id, account, name, unit_id, certificate_number, certificate_expires_on, joined_on,
			password_hash, must_change_password, created_at)
		select r.id, r.account, r.name, r.unit, r."certificateNumber", r."certificateExpiresOn", r."joinedOn",
			${made.hash}, true, ${made.at.toISOString()}::timestamptz
		from ${recordset(people, 'id uuid, account text, name text, unit uuid, "certificateNumber" text, "certificateExpiresOn" date, "joinedOn" date')}`);
}

export async function updatePeople(db: Db, people: readonly AddedPerson[]): Promise<void> {
	if (people.length === 0) return;
	await db.execute(sql`update person p set name = r.name, unit_id = r.unit, certificate_number = r."certificateNumber",
			certificate_expires_on = r."certificateExpiresOn", joined_on = r."joinedOn"
		from ${recordset(people, 'id uuid, name text, unit uuid, "certificateNumber" text, "certificateExpiresOn" date, "joinedOn" date')}
		where p.id = r.id`);
}

export interface ImportedGrant {
	readonly id: string;
	readonly personId: string;
	readonly role: Role;
	readonly unitId: string;
}

export async function insertRoles(
	db: Db,
	grants: readonly ImportedGrant[],
	given: { readonly by: string | null; readonly at: Date }
): Promise<void> {
	if (grants.length === 0) return;
	await db.execute(sql`insert into role_grant (id, person_id, role, unit_id, granted_by, granted_at)
		select r.id, r."personId", r.role, r."unitId", ${given.by}::uuid, ${given.at.toISOString()}::timestamptz
		from ${recordset(grants, 'id uuid, "personId" uuid, role text, "unitId" uuid')}`);
}

export interface ImportChange {
	readonly personId: string;
	readonly row: number;
	readonly before: PersonValues | null;
	readonly after: PersonValues;
	readonly grants: readonly string[];
}

export async function insertChanges(db: Db, importId: string, changes: readonly ImportChange[]): Promise<void> {
	if (changes.length === 0) return;
	await db.execute(sql`insert into person_import_change (import_id, person_id, "row", before, after, grants)
		select ${importId}::uuid, r."personId", r."row", nullif(r.before, 'null'::jsonb), r.after, r.grants
		from ${recordset(changes, '"personId" uuid, "row" integer, before jsonb, after jsonb, grants jsonb')}`);
}
