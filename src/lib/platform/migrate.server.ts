import type { Database } from '#db/connect.ts';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { join } from 'node:path';
import type { TransactionSql } from 'postgres';
import { projectRoot } from './project-root.server.ts';

export { projectRoot };

/** Any constant: everybody who migrates a Leitai database takes this lock first. */
const MIGRATION_LOCK = 5_190_420_711;

/** The folder of the SQL files that `drizzle-kit generate` writes. */
export const migrationsFolder = () => join(projectRoot(), 'db', 'migrations');

/** The migrations of this release, oldest first. */
export const readMigrations = (folder = migrationsFolder()): MigrationMeta[] =>
	readMigrationFiles({ migrationsFolder: folder });

/** Nobody else migrates until the transaction ends. */
export async function lockMigrations(tx: TransactionSql): Promise<void> {
	await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK}::bigint)`;
}

/** Runs migrations and writes down that they have run. */
export async function applyMigrations(tx: TransactionSql, migrations: readonly MigrationMeta[]): Promise<void> {
	await tx`create schema if not exists drizzle`;
	await tx`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
	for (const migration of migrations) {
		for (const statement of migration.sql) if (statement.trim() !== '') await tx.unsafe(statement);
		await tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${migration.hash}, ${migration.folderMillis})`;
	}
}

/**
 * Brings the database to the newest schema; several nodes may call it at once.
 * Same files and same table as drizzle's own migrator, which takes no lock and so fails when two start together; here
 * everything is one transaction on one connection. Refuses a database that a newer version of Leitai has migrated.
 * @returns how many migrations were applied
 */
export async function migrate(database: Pick<Database, 'sql'>, folder = migrationsFolder()): Promise<number> {
	const migrations = readMigrations(folder);
	return database.sql.begin(async (tx) => {
		await lockMigrations(tx);
		await applyMigrations(tx, []);
		const rows = await tx<{ when: string }[]>`select created_at::text as when from drizzle.__drizzle_migrations`;
		const applied = new Set(rows.map((row) => Number(row.when)));
		const known = new Set(migrations.map((migration) => migration.folderMillis));
		if ([...applied].some((when) => !known.has(when)))
			throw new Error('数据库的结构比这份程序新：请升级程序，或换一个数据库');
		const missing = migrations.filter((migration) => !applied.has(migration.folderMillis));
		await applyMigrations(tx, missing);
		return missing.length;
	});
}

/** Throws everything away: only for a demo whose making was cut off before anybody used it. */
export async function recreate(database: Pick<Database, 'sql'>): Promise<void> {
	await database.sql.unsafe('drop schema public cascade; drop schema drizzle cascade; create schema public');
}

/** Runs `work` while no other process that takes the same lock does; holds one connection of its own meanwhile. */
export async function withDatabaseLock<T>(
	{ sql }: Pick<Database, 'sql'>,
	name: string,
	work: () => Promise<T>
): Promise<T> {
	const held = await sql.reserve();
	try {
		await held`select pg_advisory_lock(hashtext(${name}))`;
		return await work();
	} finally {
		await held`select pg_advisory_unlock(hashtext(${name}))`;
		held.release();
	}
}
