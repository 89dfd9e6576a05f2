import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';

const idsOf = (ids: readonly string[]) =>
	sql`(select e::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) e)`;

/** What is kept of people now, to be compared with what an import left. */
export async function selectPresent(db: Db, ids: readonly string[]) {
	return db.execute<{
		id: string;
		account: string;
		name: string;
		unit: string;
		certificateNumber: string | null;
		certificateExpiresOn: string | null;
		joinedOn: string;
		isActive: boolean;
		hasOwnPassword: boolean;
		grants: string[];
	}>(sql`select p.id, p.account, p.name, p.unit_id as unit, p.certificate_number as "certificateNumber",
			p.certificate_expires_on::text as "certificateExpiresOn", p.joined_on::text as "joinedOn",
			p.deactivated_at is null as "isActive", not p.must_change_password as "hasOwnPassword",
			coalesce((select json_agg(g.id) from role_grant g where g.person_id = p.id and g.ended_at is null), '[]'::json) as grants
		from person p where p.id in ${idsOf(ids)}`);
}

/** Columns anywhere in the database that name a person, but those in which every imported person stands anyway. */
async function columnsNamingPeople(db: Db) {
	return db.execute<{ table: string; column: string }>(sql`
		select c.conrelid::regclass::text as "table", quote_ident(a.attname) as "column"
		from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
		where c.contype = 'f' and c.confrelid = 'person'::regclass
			and (c.conrelid::regclass::text, a.attname) not in (('role_grant', 'person_id'), ('person_import_change', 'person_id'))`);
}

/** Of these people, those of whom any room has kept anything: they have signed in, worked, or were named in somebody's work. */
export async function selectUsed(db: Db, ids: readonly string[]): Promise<string[]> {
	const columns = await columnsNamingPeople(db);
	const parts = columns.map(({ table, column }) => sql.raw(`select ${column} as id from ${table}`));
	const rows = await db.execute<{ id: string }>(
		sql`select distinct used.id from (${sql.join(parts, sql.raw(' union all '))}) used where used.id in ${idsOf(ids)}`
	);
	const signedIn = await db.execute<{ id: string }>(sql`select p.id from person p where p.id in ${idsOf(ids)}
		and exists (select 1 from audit_entry e where e.use_case = 'identity.signIn' and e.subject = 'person:' || p.id
			and not e.detail ? 'failed')`);
	return [...new Set([...rows, ...signedIn].map(({ id }) => id))];
}

export async function deletePeople(db: Db, ids: readonly string[]): Promise<void> {
	await db.execute(sql`delete from person where id in ${idsOf(ids)}`);
}

export async function deleteRoles(db: Db, grantIds: readonly string[]): Promise<void> {
	await db.execute(sql`delete from role_grant where id in ${idsOf(grantIds)}`);
}
