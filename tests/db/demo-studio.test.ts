import { readContent, loadContent } from '#db/seed/content.ts';
import { makePeople } from '#db/seed/demo/people.ts';
import { playStudio } from '#db/seed/demo/studio.ts';
import { readActor, readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import { readDeskFilter } from '#lib/studio/domain/desk-filter.ts';
import { checkManuscript } from '#lib/studio/server/use-cases/check-manuscript.server.ts';
import { readDesk } from '#lib/studio/server/use-cases/read-desk.server.ts';
import { expect, test } from 'vitest';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();

test('the demo bureau has manuscripts in every state, and each desk shows whose turn it is', async () => {
	const ctx = contextOf(db);
	await makePeople(ctx);
	await loadContent(ctx, readContent(ROOT).content);
	await playStudio(ctx);
	const rows = await sql`select state, count(*)::int as count from manuscript group by state order by state`;
	expect(Object.fromEntries(rows.map((row) => [row['state'] as string, row['count'] as number]))).toEqual({
		...{ draft: 3, 'internal-review': 1, 'legal-review': 1, published: 1, withdrawn: 1 }
	});
	const deskOf = async (role: 'trainer' | 'legal-reviewer', name: string) => {
		const holders = await readHolders(ctx, [role]);
		const actors = await Promise.all(holders.map(({ id }) => readActor(ctx, id)));
		const actor = actors.find((one) => one.name === name)!;
		return readDesk({ ...ctx, actor }, readDeskFilter(new URLSearchParams()));
	};
	const legal = await deskOf('legal-reviewer', '沈知微');
	expect(legal.waiting.map(({ wait, kindLabel }) => [wait, kindLabel])).toEqual([['请法审', '裁量案例']]);
	const liang = await deskOf('trainer', '梁若川');
	expect(liang.waiting.map(({ wait }) => wait)).toEqual(['请内审', '退回给作者']);
	const gu = await deskOf('trainer', '顾晓棠');
	expect(gu.waiting.map(({ wait }) => wait)).toEqual(['请内审', '有意见要答复']);
	expect(liang.proposals).toEqual([]);
	// What is under way can be read by its room, but for what has only been begun.
	const [begun] = await sql`select id from manuscript where title = '教育卡上的同一支笔'`;
	for (const { id } of gu.all.lines) {
		const checked = await checkManuscript({ ...ctx, actor: (await readActorOf(ctx, '顾晓棠'))! }, id);
		if (checked.ok && id !== begun!['id']) expect(checked.value.faults, id).toEqual([]);
	}
}, 120_000);

async function readActorOf(ctx: ReturnType<typeof contextOf>, name: string) {
	const holders = await readHolders(ctx, ['trainer']);
	const actors = await Promise.all(holders.map(({ id }) => readActor(ctx, id)));
	return actors.find((one) => one.name === name);
}
