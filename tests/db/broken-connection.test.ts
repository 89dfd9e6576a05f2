import { setTimeout as wait } from 'node:timers/promises';
import { sql as text } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { freshDatabase } from '../support/database.ts';

const POOL = 3;
const { db, address } = await freshDatabase(POOL);
const killer = connect({ ...address }, 1);

/** A transaction whose connection is gone before it is done. An error outside of its promise fails the run. */
const breakOne = () =>
	db.transaction(async (tx) => {
		const [own] = await tx.execute<{ pid: number }>(text`select pg_backend_pid() as pid`);
		await killer.db.execute(text`select pg_terminate_backend(${own!.pid})`);
		await wait(30);
		await tx.execute(text`select 1`);
	});

test('a connection that breaks inside a transaction fails the transaction, and neither the process nor the pool', async () => {
	for (let round = 0; round < 3; round++) {
		const broken = await Promise.allSettled(Array.from({ length: POOL }, breakOne));
		expect(broken.map(({ status }) => status)).toEqual(Array.from({ length: POOL }, () => 'rejected'));
	}
	await wait(50);
	const alive = await Promise.all(
		Array.from({ length: 3 * POOL }, () => db.execute<{ one: number }>(text`select 1 as one`))
	);
	expect(alive.every(([row]) => row!.one === 1)).toBe(true);
	await killer.close();
});
