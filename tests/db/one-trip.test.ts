import { inOneTrip, poolOf, statement } from '#db/connect.ts';
import { sql as text } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

const { db } = await freshDatabase();

const echo = statement<{ value: number; backend: number }>('select $1::int as value, pg_backend_pid() as backend');
const fail = statement<never>('select 1 / ($1::int - $1::int)');

test('statements of one trip go over one connection, in their order', async () => {
	const rows = await inOneTrip(db, (trip) => Promise.all([1, 2, 3, 4].map((value) => echo(trip, [value]))));
	expect(rows.map(([row]) => row?.value)).toEqual([1, 2, 3, 4]);
	expect(new Set(rows.map(([row]) => row?.backend)).size).toBe(1);
});

test('a statement that fails fails alone, and the connection goes back', async () => {
	for (let turn = 0; turn < 30; turn++) {
		const settled = await inOneTrip(db, (trip) =>
			Promise.allSettled([echo(trip, [1]), fail(trip, [2]), echo(trip, [3])])
		);
		expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	}
});

test('hundreds of trips among single statements and transactions each get their own rows', async () => {
	const trip = async (seed: number) => {
		const rows = await inOneTrip(db, (inner) => Promise.all([0, 1, 2].map((one) => echo(inner, [seed + one]))));
		return rows.map(([row]) => row?.value);
	};
	const single = async (seed: number) => [(await echo(db, [seed]))[0]?.value];
	const transaction = (seed: number) => db.transaction(async (inner) => [(await echo(inner, [seed]))[0]?.value]);
	for (let turn = 0; turn < 20; turn++) {
		const seeds = Array.from({ length: 60 }, (_, index) => turn * 1000 + index * 10);
		const done = await Promise.all(seeds.map((seed, index) => [trip, single, transaction][index % 3]!(seed)));
		done.forEach((values, index) => expect(values).toEqual(values.map((_, one) => seeds[index]! + one)));
	}
});

test('what is no prepared statement goes its usual way', async () => {
	const rows = await inOneTrip(db, async (trip) => trip.execute(text`select 7 as seven`));
	expect(rows[0]).toEqual({ seven: 7 });
	await inOneTrip(db, async (trip) => expect(poolOf(trip)).toBe(db));
	expect(poolOf(db)).toBe(db);
});
