import type { Database } from '#db/connect.ts';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import type { TransactionSql } from 'postgres';
import { applyMigrations, lockMigrations, migrate, readMigrations } from '../migrate.server.ts';
import {
	ArchiveFault,
	type ArchivedTable,
	type ArchiveHeader,
	checkArchive,
	readArchive
} from './archive-file.server.ts';

export interface Restored {
	readonly tables: number;
	readonly rows: number;
	/** Migrations of this program that are newer than the archive. */
	readonly migrated: number;
	/** When the archive was made, ISO 8601. */
	readonly createdAt: string;
}

/**
 * Brings an archive back into an empty database. The file is read to its end before anything is written, and everything is
 * one transaction: afterwards there is all of it or nothing. An archive of an older release is brought to this one.
 * Throws `ArchiveFault` when the file is damaged, the database holds something, or the archive is of a newer release.
 */
export async function restore(
	database: Pick<Database, 'sql'>,
	file: string,
	progress: (text: string) => void
): Promise<Restored> {
	progress('检查备份文件');
	const { header, rows } = await checkArchive(file);
	const migrations = migrationsOf(header);
	await database.sql.begin(async (tx) => {
		await lockMigrations(tx);
		await expectEmpty(tx);
		await tx.unsafe('drop schema if exists drizzle cascade; drop schema public cascade; create schema public');
		await applyMigrations(tx, migrations);
		const links = await looseLinks(tx);
		// What a migration put in is in the archive as well.
		for (const { name } of header.tables) await tx`truncate ${tx(name)}`;
		await writeRows(tx, file, header, progress);
		await continueSequences(tx);
		progress('检查各表之间的关系');
		for (const link of links) await tx.unsafe(link);
		for (const name of await tableNames(tx)) await tx`alter table ${tx(name)} enable trigger user`;
	});
	return { tables: header.tables.length, rows, migrated: await migrate(database), createdAt: header.createdAt };
}

/** Those that the archive had seen, of ours. */
function migrationsOf({ migrations }: ArchiveHeader) {
	const known = new Map(readMigrations().map((one) => [one.folderMillis, one]));
	return migrations.map(({ when, hash }) => {
		const own = known.get(when);
		if (!own) throw new ArchiveFault('备份来自更新的版本：请先升级程序');
		if (own.hash !== hash) throw new ArchiveFault('备份的数据库结构与本程序的发行版不符');
		return own;
	});
}

async function tableNames(tx: TransactionSql): Promise<string[]> {
	const tables = await tx<{ name: string }[]>`
		select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
	return tables.map(({ name }) => name);
}

async function expectEmpty(tx: TransactionSql): Promise<void> {
	for (const name of await tableNames(tx)) {
		const [row] = await tx<{ filled: boolean }[]>`select exists (select 1 from ${tx(name)}) as filled`;
		if (row?.filled) throw new ArchiveFault(`数据库不是空的（${name} 里有数据）：只能恢复到空的数据库`);
	}
}

/** Rows come table by table: takes foreign keys away and puts triggers to sleep. @returns statements that put the keys back, which checks them */
async function looseLinks(tx: TransactionSql): Promise<string[]> {
	const links = await tx<{ take: string; put: string }[]>`
		select format('alter table %s drop constraint %I', conrelid::regclass, conname) as take,
			format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as put
		from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
	for (const { take } of links) await tx.unsafe(take);
	for (const name of await tableNames(tx)) await tx`alter table ${tx(name)} disable trigger user`;
	return links.map(({ put }) => put);
}

async function writeRows(
	tx: TransactionSql,
	file: string,
	{ tables }: ArchiveHeader,
	progress: (text: string) => void
): Promise<void> {
	const byName = new Map(tables.map((table) => [table.name, table]));
	let sink: Writable | null = null;
	let done = 0;
	for await (const frame of readArchive(file)) {
		if (frame.kind === 'T') {
			progress(`恢复 ${++done}/${tables.length} ${frame.value.name}`);
			sink = await openTable(tx, byName.get(frame.value.name)!);
		} else if (frame.kind === 'D') {
			if (!sink!.write(frame.value)) await once(sink!, 'drain');
		} else if (frame.kind === 'E') {
			sink!.end();
			await finished(sink!);
		}
	}
}

/** A sequence goes on behind the rows that were numbered by it. */
async function continueSequences(tx: TransactionSql): Promise<void> {
	const owned = await tx<{ sequence: string; table: string; column: string }[]>`
		select s.oid::regclass::text as sequence, t.relname as table, a.attname as column
		from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
		join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
		where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`;
	for (const { sequence, table, column } of owned) {
		await tx`select setval(${sequence}, coalesce((select max(${tx(column)}) from ${tx(table)}), 1))`;
	}
}

function openTable(tx: TransactionSql, { name, columns }: ArchivedTable): Promise<Writable> {
	const quoted = [name, ...columns].map((one) => `"${one.replaceAll('"', '""')}"`);
	return tx.unsafe(`copy ${quoted[0]} (${quoted.slice(1).join(', ')}) from stdin`).writable();
}
