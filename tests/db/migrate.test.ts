import { connect } from '#db/connect.ts';
import { migrate, migrationsFolder } from '#lib/platform/migrate.server.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

// Not the template: here the migrations themselves run, on an empty database.
const name = `leitai_test_${process.pid}_migrate`;
const admin = connect({ ...inject('cluster') }, 1);
const open = (pool: number) => connect({ ...inject('cluster'), database: name }, pool);
const { entries } = JSON.parse(readFileSync(join(migrationsFolder(), 'meta', '_journal.json'), 'utf8')) as {
	entries: unknown[];
};

beforeAll(async () => {
	await admin.sql.unsafe(`create database ${name} template template0`);
});
afterAll(async () => {
	await admin.sql.unsafe(`drop database if exists ${name} with (force)`);
	await admin.close();
});

test('nodes that start together migrate once, one connection each is enough', async () => {
	const nodes = [open(1), open(1), open(1)];
	const applied = await Promise.all(nodes.map((node) => migrate(node)));
	expect(applied.sort()).toEqual([0, 0, entries.length]);
	expect(await migrate(nodes[0]!)).toBe(0);
	await Promise.all(nodes.map((node) => node.close()));
});

test('a database that a newer program has migrated is refused', async () => {
	const database = open(1);
	await database.sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 4102444800000)`;
	await expect(migrate(database)).rejects.toThrow('比这份程序新');
	await database.close();
});
