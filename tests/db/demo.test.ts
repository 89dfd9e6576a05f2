import { loadContent, readContent } from '#db/seed/content.ts';
import { playArena } from '#db/seed/demo/arena.ts';
import { playCommentary } from '#db/seed/demo/commentary.ts';
import { playHistory } from '#db/seed/demo/history.ts';
import { playReviews } from '#db/seed/demo/reviews.ts';
import { makePeople } from '#db/seed/demo/people.ts';
import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { readChanges } from '#lib/law/server/use-cases/read-changes.server.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { isWorkday } from '#lib/shared/calendar.ts';
import { readEnvironment } from '#lib/shared/environment.ts';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { MalformedInput } from '../../src/cli/command.ts';
import { prepare } from '../../src/cli/shell/prepare.ts';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, MORNING } from '../support/people.ts';

const ENVIRONMENT = readEnvironment({ LOG_LEVEL: 'silent' });

describe('an external database without LEITAI_DEMO', async () => {
	const { db, sql } = await freshDatabase();
	const external = { db, sql, origin: 'external' as const };
	const said: string[] = [];
	const say = (text: string) => void said.push(text);
	const counts = async () =>
		(
			await sql`select (select count(*)::int from person) as people, (select count(*)::int from unit) as units,
				(select count(*)::int from item_version) as items, (select count(*)::int from case_version) as cases,
				(select count(*)::int from citation) as citations, (select count(*)::int from law) as laws,
				(select count(*)::int from installation) as facts`
		)[0]!;
	const root = mkdtempSync(join(tmpdir(), 'leitai-content-'));
	afterAll(() => rmSync(root, { recursive: true }));

	test('wrong content stops it before anything is written, naming file, line and field', async () => {
		cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
		const file = 'content/drills/system/closing-check-five-prompts.yaml';
		const text = readFileSync(join(root, file), 'utf8');
		writeFileSync(join(root, file), text.replace('difficulty: 3', 'difficulty: 9'));
		const failing = prepare(external, ENVIRONMENT, say, root);
		await expect(failing).rejects.toBeInstanceOf(MalformedInput);
		await expect(failing).rejects.toThrow(/^content\/drills\/system\/closing-check-five-prompts\.yaml:7:difficulty: /);
		expect(Object.values(await counts()).every((count) => count === 0)).toBe(true);
	});

	test('gets the content and no people; the second time nothing happens', async () => {
		expect(await prepare(external, ENVIRONMENT, say)).toEqual({ demoAccounts: [] });
		const first = await counts();
		expect(first).toMatchObject({ people: 0, units: 0, facts: 0 });
		expect(first.items).toBeGreaterThanOrEqual(80);
		expect(first.cases).toBeGreaterThanOrEqual(6);
		expect(said.splice(0)).toHaveLength(1);
		expect(await prepare(external, ENVIRONMENT, say)).toEqual({ demoAccounts: [] });
		expect(await counts()).toEqual(first);
		expect(said).toEqual([]);
	});

	test('real people are left alone, and the clock may not be set', async () => {
		await makeBureau(db);
		const before = await counts();
		await prepare(external, { ...ENVIRONMENT, LEITAI_DEMO: true }, say);
		expect(await counts()).toEqual(before);
		const clock = { ...ENVIRONMENT, LEITAI_CLOCK: '2026-11-20T09:00' };
		await expect(prepare(external, clock, say)).rejects.toThrow('LEITAI_CLOCK');
	});

	test('a demo that was cut off is not thrown away where it may be somebody else’s database', async () => {
		await sql`insert into installation values ('demo', '"building"', ${MORNING.toISOString()})`;
		const before = await counts();
		await expect(prepare(external, ENVIRONMENT, say)).rejects.toThrow('没有建完');
		expect(await counts()).toEqual(before);
	});
});

test('the demo bureau has people in every role, and a history that stands up to the auditor', async () => {
	const { db, sql } = await freshDatabase(6);
	const ctx = contextOf(db);
	const { content } = readContent(ROOT);
	await loadContent(ctx, content);
	const { officers, legalReviewer } = await makePeople(ctx);
	expect(officers).toHaveLength(32);
	await playReviews(ctx, legalReviewer);
	const { counts } = await readChanges(
		{ ...ctx, actor: await readActor(ctx, legalReviewer) },
		{ standing: '', kind: '' }
	);
	expect(counts.released, 'some are decided').toBeGreaterThanOrEqual(1);
	expect(counts.open, 'and some are left to show').toBeGreaterThanOrEqual(1);
	await playArena(ctx, content.bundles);
	const hearings = await sql<{ stage: string | null; past: boolean }[]>`
		select stage, published_at is not null as past from arena_hearing order by starts_at`;
	expect(hearings.map(({ stage, past }) => [stage, past])).toEqual([
		['S15', true],
		['S9', false],
		[null, false]
	]);
	await playCommentary(ctx, content.cases);
	// Two of the thirty-two: the same code, a sixteenth of the time.
	await playHistory(ctx, [officers[0]!, officers[10]!], content, () => {});

	const verified = await verifyLedger(ctx);
	expect(verified.faults).toEqual([]);
	expect(verified.cycles).toEqual(['2026-08', '2026-09', '2026-10', '2026-11']);
	expect(verified.entries).toBeGreaterThan(40);
	const [credited] = await sql`select count(*)::int from ledger_entry where source = 'commentary'`;
	expect(credited!.count).toBeGreaterThanOrEqual(7);
	const closed = await sql<{ cycle: string }[]>`select cycle from closed_cycle order by cycle`;
	expect(closed.map(({ cycle }) => cycle)).toEqual(['2026-08', '2026-09', '2026-10']);
	const days = await sql<{ day: string }[]>`select distinct day::text from drill_set order by 1`;
	expect(days.every(({ day }) => isWorkday(day) && day < '2026-11-20')).toBe(true);
	const [open] = await sql`select count(*)::int from drill_set where finished_at is null`;
	expect(open!.count).toBe(0);
	const [late] = await sql`select count(*)::int from drill_answer where answered_at > '2026-11-20T00:00:00+08:00'`;
	expect(late!.count).toBe(0);
	const [accounts] =
		await sql`select count(distinct role)::int as roles, count(distinct person_id)::int as people from role_grant`;
	expect(accounts).toEqual({ roles: 8, people: 41 });
}, 60_000);
