import type { Sql } from 'postgres';
import { parseBody } from '#lib/ranking/domain/entry.ts';

/** What a source left in the ledger, in the order of recording, as `name source-id mark level`. */
export async function ledgerOf(sql: Sql, source: string): Promise<string[]> {
	const rows = await sql<{ name: string; body: string }[]>`select p.name, e.body from ledger_entry e
		join person p on p.id = e.officer_id where e.source = ${source} order by e.recorded_at, p.name, e.seq`;
	return rows.map(({ name, body }) => {
		const { facts } = parseBody(body);
		return [name, ...facts.map(({ subject, mark, level }) => `${subject} ${mark} ${level ?? '-'}`)].join(' ');
	});
}
