import { copyOut, type Database } from '#db/connect.ts';
import { createHash } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import { type ArchivedTable, ArchiveWriter } from './archive-file.server.ts';

/** Whoever was signed in signs in again: an old file must not open doors that were closed since. */
const LEFT_OUT = ['session', 'pending_sign_in'];

export interface BackedUp {
	readonly tables: number;
	readonly rows: number;
	readonly sha256: string;
}

/** Writes every table as it stood at one moment; people go on working meanwhile. A file that is there is replaced when the new one is whole. */
export async function backUp(
	{ sql }: Pick<Database, 'sql'>,
	file: string,
	{ now, progress }: { now: Date; progress: (text: string) => void }
): Promise<BackedUp> {
	const archive = new ArchiveWriter(file);
	try {
		return await sql.begin('isolation level repeatable read read only', async (tx) => {
			const tables = await readTables(tx);
			const migrations = await tx<{ hash: string; when: number }[]>`
				select hash, created_at::float8 as "when" from drizzle.__drizzle_migrations order by created_at`;
			await archive.frame('H', { createdAt: now.toISOString(), migrations: [...migrations], tables });
			let rows = 0;
			for (const [at, table] of tables.entries()) {
				progress(`备份 ${at + 1}/${tables.length} ${table.name}`);
				rows += await writeTable(tx, archive, table);
			}
			return { tables: tables.length, rows, sha256: await archive.end() };
		});
	} catch (error) {
		await archive.abandon();
		throw error;
	}
}

type Reader = Sql | TransactionSql;

async function readTables(tx: Reader): Promise<ArchivedTable[]> {
	const rows = await tx<{ name: string; columns: string[] }[]>`
		select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all(${LEFT_OUT})
		group by c.relname order by c.relname collate "C"`;
	return rows.map(({ name, columns }) => ({ name, columns }));
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Rows by their key, so that the same state always gives the same bytes. @returns how many */
async function writeTable(tx: Reader, archive: ArchiveWriter, { name, columns }: ArchivedTable): Promise<number> {
	const [key] = await tx<{ columns: string[] }[]>`
		select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as columns
		from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
		where i.indrelid = ${quoted(name)}::regclass and i.indisprimary`;
	const order = key?.columns ?? columns;
	const list = columns.map(quoted).join(', ');
	const copy = `copy (select ${list} from ${quoted(name)} order by ${order.map(quoted).join(', ')}) to stdout`;
	await archive.frame('T', { name });
	const hash = createHash('sha256');
	let rows = 0;
	for await (const bytes of copyOut(tx, copy)) {
		hash.update(bytes);
		// A line break inside a value is written as \n: every real one ends a row.
		for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows++;
		await archive.frame('D', bytes);
	}
	await archive.frame('E', { rows, sha256: hash.digest('hex') });
	return rows;
}
