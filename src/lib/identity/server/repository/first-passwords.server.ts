import { sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';

/** People whom an import made and who have not chosen a password of their own. */
const WAITING = sql.raw(`from person_import_change c join person p on p.id = c.person_id
	where c.before is null and p.deactivated_at is null and p.must_change_password
		and (p.password_hash = 'none' or p.password_hash like 'first$%')`);

export async function countWaiting(db: Db, importId: string): Promise<{ without: number; given: number }> {
	const [row] = await db.execute<{ without: number; given: number }>(
		sql`select count(*) filter (where p.password_hash = 'none')::int as without,
			count(*) filter (where p.password_hash <> 'none')::int as given ${WAITING} and c.import_id = ${importId}::uuid`
	);
	return row ?? { without: 0, given: 0 };
}

export function lockWaiting(db: Db, importId: string) {
	return db.execute<{ id: string; name: string; account: string; unitName: string; unitPath: string }>(
		sql`select p.id, p.name, p.account, (select u.name from unit u where u.id = p.unit_id) as "unitName",
				(select u.path from unit u where u.id = p.unit_id) as "unitPath"
			${WAITING} and c.import_id = ${importId}::uuid order by c."row" for update of p`
	);
}

/** Sets the hashes and ends sessions that were opened with the slips before, also those that are half open. */
export async function setFirstPasswords(db: Db, hashes: readonly { readonly id: string; readonly hash: string }[]) {
	const rows = sql`jsonb_to_recordset(${JSON.stringify(hashes)}::text::jsonb) as r(id uuid, hash text)`;
	await db.execute(sql`update person p set password_hash = r.hash from ${rows} where p.id = r.id`);
	await db.execute(sql`delete from session s using ${rows} where s.person_id = r.id`);
	await db.execute(sql`delete from pending_sign_in s using ${rows} where s.person_id = r.id`);
}
