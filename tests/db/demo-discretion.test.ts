import { loadContent, readContent } from '#db/seed/content.ts';
import { playDiscretion } from '#db/seed/demo/discretion.ts';
import { makePeople } from '#db/seed/demo/people.ts';
import { readConsistency } from '#lib/discretion/server/use-cases/consistency-read.server.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { expect, test } from 'vitest';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf } from '../support/people.ts';

const TANK = 'tank-area-before-acceptance';

test('the demo bureau decides the reference cases of two quarters, not all alike and not all rightly', async () => {
	const { db, sql } = await freshDatabase(6);
	const ctx = contextOf(db);
	const { content } = readContent(ROOT);
	await loadContent(ctx, content);
	const { officers } = await makePeople(ctx);
	const begun = performance.now();
	await playDiscretion(ctx, officers, content);
	console.info(`demo of discretion: ${Math.round(performance.now() - begun)} ms`);

	const [open] = await sql`select count(*)::int from practice_attempt where finished_at is null`;
	expect(open!['count']).toBe(0);
	const rows = await sql<{ quarter: string; officers: number; marks: number; mean: number }[]>`
		select quarter, count(distinct officer_id)::int as officers, count(distinct mark)::int as marks, avg(mark)::int as mean
		from practice_attempt where case_id = ${TANK} group by quarter order by quarter`;
	expect(rows.map(({ quarter }) => quarter)).toEqual(['2026-Q3', '2026-Q4']);
	for (const { officers: count, marks, mean } of rows) {
		expect(count).toBeGreaterThan(20);
		expect(marks).toBeGreaterThan(8);
		expect(mean).toBeGreaterThan(40);
		expect(mean).toBeLessThan(95);
	}
	const [late] = await sql`select count(*)::int from practice_step where given_at > '2026-11-20T00:00:00+08:00'`;
	expect(late!['count']).toBe(0);

	const lin = await readActor(ctx, officers[0]!.id);
	const { references } = await readConsistency({ ...ctx, actor: lin }, null);
	const { figures } = references.find(({ id }) => id === TANK)!;
	expect(figures).toMatchObject({ isTooFew: false, before: { quarter: '2026-Q3', isTooFew: false } });
	expect(figures!.overall.alpha).toBeGreaterThan(0);
	expect(figures!.overall.alpha).toBeLessThan(0.95);
	expect(figures!.fines[0]!.spread!.variation).toBeGreaterThan(0.05);
	// Whoever signs in with the account of the front page finds one case still to be decided.
	expect(references.find(({ id }) => id !== TANK)).toMatchObject({ own: null, mayStart: true, figures: null });
}, 90_000);
