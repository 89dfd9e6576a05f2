import { connect, gathered, statement } from '#db/connect.ts';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

const { address } = await freshDatabase();
let sent: string[] = [];
const { db, close } = connect({ ...address, debug: (_connection, query) => void sent.push(query) }, 2);
afterAll(close);

const readSum = statement<{ sum: number }>('select $1::int + $2::int as sum');
const readWords = statement<{ word: string }>(
	`select w as word from unnest(string_to_array($1, ' ')) with ordinality u (w, n) order by n desc limit $2::int`
);
const readNothing = statement<{ word: string }>('select $1::text as word where false');
const readFault = statement<{ quotient: number }>('select 1 / $1::int as quotient');

test('what is asked in one turn travels as one statement, each part with its own parameters and order', async () => {
	await readSum(db, [0, 0]);
	sent = [];
	const handle = gathered(db);
	const later = Promise.resolve().then(() => readWords(handle, ['一 二 三', 2]));
	const answers = await Promise.all([
		readSum(handle, [1, 2]),
		readNothing(handle, ['x']),
		later,
		readSum(handle, [40, 2])
	]);
	expect(answers).toEqual([[{ sum: 3 }], [], [{ word: '三' }, { word: '二' }], [{ sum: 42 }]]);
	expect(sent.filter((text) => text.includes('part0'))).toHaveLength(1);
	expect(sent.filter((text) => text.startsWith('select $1'))).toHaveLength(0);
});

test('the next turn is the next statement; the same pages share their text', async () => {
	const handle = gathered(db);
	expect(await readSum(handle, [1, 1])).toEqual([{ sum: 2 }]);
	expect(await readSum(handle, [2, 2])).toEqual([{ sum: 4 }]);
});

test('a fault of one part is everybody’s: nothing is half read', async () => {
	const handle = gathered(db);
	const [sum, fault] = await Promise.allSettled([readSum(handle, [1, 2]), readFault(handle, [0])]);
	expect([sum.status, fault.status]).toEqual(['rejected', 'rejected']);
});

test('other queries go through the handle as ever', async () => {
	expect([...(await gathered(db).execute(sql`select 7 as seven`))]).toEqual([{ seven: 7 }]);
});
