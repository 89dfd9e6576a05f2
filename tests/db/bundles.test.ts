import { beforeAll, describe, expect, test } from 'vitest';
import { readCaseFile, readHearingBundle } from '#lib/arena/server/hearing-bundle.server.ts';
import { loadBundles } from '#lib/arena/server/use-cases/load-bundles.server.ts';
import { readBundle, readBundles } from '#lib/arena/server/use-cases/read-bundles.server.ts';
import { readRehearsal, readRehearsalHome } from '#lib/arena/server/use-cases/read-rehearsals.server.ts';
import { answerArgument, practiseMissed, startRehearsal } from '#lib/arena/server/use-cases/rehearse.server.ts';
import { readContent } from '#db/seed/content.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readArticle } from '#lib/law/server/use-cases/read-article.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { SECRET } from '../support/bundle.ts';
import { freshDatabase } from '../support/database.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { makeBundleFile, REPLY } from '../support/rehearsal-rows.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, trainer, reviewer, auditor } = await makeBureau(db);
const as = (actor: Actor | null, seed = 7) => contextOf(db, { actor, seed });
const kept = makeBundleFile('kept-bundle', { isReserved: true });
const shown = makeBundleFile('a-bundle');

beforeAll(async () => {
	await loadBundles(as(null), [shown, kept]);
});

describe('loading', () => {
	const report = async (files: Parameters<typeof loadBundles>[1]) => (await loadBundles(as(null), files)).bundles;
	const current = async (id: string) =>
		(await sql<{ v: number | null }[]>`select current_version as v from arena_bundle where id = ${id}`)[0]?.v ?? null;

	test('the same files change nothing; a changed one adds a version, a file that is gone takes its bundle out', async () => {
		expect(await report([shown, kept])).toMatchObject({ added: 0, changed: 0, unchanged: 2, withdrawn: 0 });
		const changed = makeBundleFile('other', {}, 'one');
		expect(await report([shown, kept, changed])).toMatchObject({ added: 1 });
		expect(await report([shown, kept, makeBundleFile('other', { lead: '改过' }, 'two')])).toMatchObject({ changed: 1 });
		expect(await current('other')).toBe(2);
		expect(await report([shown, kept])).toMatchObject({ withdrawn: 1 });
		expect(await current('other')).toBeNull();
		expect((await sql`select count(*)::int as n from arena_bundle_version where id = 'other'`)[0]!['n']).toBe(2);
	});

	test('without both reviews it stays a draft', async () => {
		const { legalReview: _, ...half } = makeBundleFile('half').body;
		await report([shown, kept, { ...makeBundleFile('half'), body: half }]);
		expect(await current('half')).toBeNull();
		await report([shown, kept]);
	});
});

describe('who sees what', () => {
	test('an officer reads the open part; the panel also what is hidden', async () => {
		const officer = JSON.stringify(valueOf(await readBundle(as(lin), 'a-bundle')));
		expect(officer).not.toContain(SECRET);
		expect(officer).toContain('证明一件事');
		for (const actor of [trainer, reviewer]) {
			expect(JSON.stringify(valueOf(await readBundle(as(actor), 'a-bundle')))).toContain(SECRET);
		}
		expect(JSON.stringify(valueOf(await readBundle(as(auditor), 'a-bundle')))).not.toContain(SECRET);
	});

	test('what is kept for matches is named to everybody and opened to the panel', async () => {
		const isOpen = async (actor: Actor) =>
			Object.fromEntries((await readBundles(as(actor))).map((one) => [one.id, one.isOpen]));
		expect(await isOpen(lin)).toEqual({ 'a-bundle': true, 'kept-bundle': false });
		expect(await isOpen(trainer)).toEqual({ 'a-bundle': true, 'kept-bundle': true });
		expect(refusalOf(await readBundle(as(lin), 'kept-bundle')).code).toBe('reserved');
		expect(refusalOf(await readBundle(as(lin), 'nowhere')).code).toBe('no-such-bundle');
		const wanted = { bundle: 'kept-bundle', side: 'plaintiff', stage: 'proof' };
		expect(refusalOf(await startRehearsal(as(lin), wanted)).code).toBe('reserved');
	});

	test('a hearing keeps the version it was scheduled with, and a seat gets what is meant for it', async () => {
		const file = await readCaseFile(db, 'kept-bundle');
		expect(file!.bundle).toEqual({ id: 'kept-bundle', version: 1 });
		expect(JSON.stringify(file)).not.toContain(SECRET);
		const seat = { kind: 'party', side: 'plaintiff' } as const;
		expect(JSON.stringify(await readHearingBundle(db, file!.bundle, seat))).not.toContain(SECRET);
		expect(JSON.stringify(await readHearingBundle(db, file!.bundle, { kind: 'panel' }))).toContain(SECRET);
		expect(await readHearingBundle(db, { id: 'kept-bundle', version: 9 }, seat)).toBeNull();
		expect(await readCaseFile(db, 'nowhere')).toBeNull();
	});
});

describe('a rehearsal', () => {
	const wanted = { bundle: 'a-bundle', side: 'plaintiff', stage: 'debate' };
	let id = '';
	beforeAll(async () => {
		id = valueOf(await startRehearsal(as(lin), wanted));
	});
	const view = async (after: string | null = null) => valueOf(await readRehearsal(as(lin), id, after));
	const stored = async () => (await sql`select answers, mark, finished_at from arena_rehearsal where id = ${id}`)[0]!;

	test('is found again by a second click, and belongs to nobody else', async () => {
		expect(valueOf(await startRehearsal(as(lin, 99), wanted))).toBe(id);
		expect(valueOf(await startRehearsal(as(xu), wanted))).not.toBe(id);
		expect(refusalOf(await readRehearsal(as(xu), id, null)).code).toBe('no-such-rehearsal');
		expect(refusalOf(await answerArgument(as(xu), id, REPLY)).code).toBe('no-such-rehearsal');
		expect(refusalOf(await readRehearsal(as(lin), 'not-an-id', null)).code).toBe('no-such-rehearsal');
	});

	test.each([
		[{ bundle: 'nowhere' }, 'bundle'],
		[{ side: 'judge' }, 'side'],
		[{ stage: 'constructor' }, 'stage']
	])('%j cannot be begun', async (more, field) => {
		expect(refusalOf(await startRehearsal(as(lin), { ...wanted, ...more })).field).toBe(field);
	});

	test('asks without telling: no reason, model line or worth is on its way before an answer', async () => {
		const text = JSON.stringify(await view());
		expect(text).not.toContain(SECRET);
		expect(text).not.toContain('"worth"');
	});

	test('refuses what is missing at its field, and another round than the open one', async () => {
		expect(refusalOf(await answerArgument(as(lin), id, { ...REPLY, law: '' })).field).toBe('law');
		const later = { ...REPLY, argument: 'defendant-3' };
		expect(refusalOf(await answerArgument(as(lin), id, later)).code).toBe('not-this-round');
		expect((await stored())['answers']).toEqual([]);
	});

	test('the first answer stands, also when two come at once', async () => {
		const both = [answerArgument(as(lin), id, REPLY), answerArgument(as(lin), id, { ...REPLY, reply: '2' })];
		await Promise.all(both);
		const { answers } = await stored();
		expect(answers).toHaveLength(1);
		valueOf(await answerArgument(as(lin), id, { ...REPLY, reply: '1', words: '再来一次' }));
		expect((await stored())['answers']).toEqual(answers);
		const { marked, open, marks } = await view('defendant-1');
		expect(marked).toMatchObject({ argument: 'defendant-1', model: SECRET });
		expect([open?.argument, marks.filter((mark) => mark !== null).length]).toEqual(['defendant-3', 1]);
	});

	test('ends with the last answer: mark, areas, what was missed', async () => {
		expect(refusalOf(await practiseMissed(as(lin), id)).code).toBe('no-such-rehearsal');
		valueOf(await answerArgument(as(lin), id, { ...REPLY, argument: 'defendant-3', exhibit: 'none' }));
		const last = valueOf(await answerArgument(as(lin), id, { ...REPLY, argument: 'defendant-5', law: '甲法1' }));
		expect(last.isFinished).toBe(true);
		const { result, open } = await view();
		const { answers, mark, finished_at } = (await stored()) as unknown as {
			answers: { mark: number }[];
			mark: number;
			finished_at: Date | null;
		};
		const mean = answers.reduce((sum, one) => sum + one.mark, 0) / 3;
		expect([open, result!.mark, mark, finished_at === null]).toEqual([null, Math.round(mean), Math.round(mean), false]);
		expect(result!.areas.map(({ area }) => area)).toEqual(['facts', 'procedure', 'discretion']);
		expect(result!.missed.map(({ argument }) => argument)).toContain('defendant-5');
		expect(result!.rounds).toHaveLength(3);
	});

	test('a finished one stands for ever: a new one is another', async () => {
		valueOf(await answerArgument(as(lin), id, REPLY));
		expect((await stored())['answers']).toHaveLength(3);
		const again = valueOf(await startRehearsal(as(lin), wanted));
		expect(again).not.toBe(id);
		const home = await readRehearsalHome(as(lin));
		expect(home.recent.map((one) => [one.id, one.isFinished])).toContainEqual([id, true]);
		expect(home.bundles.map((one) => one.id)).toEqual(['a-bundle']);
	});

	test('goes on with its version of the bundle when a new one comes', async () => {
		const open = valueOf(await startRehearsal(as(xu), { ...wanted, stage: 'proof' }));
		const changed = makeBundleFile('a-bundle', { arguments: shown.body.arguments.slice(6) }, 'changed');
		await loadBundles(as(null), [changed, kept]);
		const before = valueOf(await readRehearsal(as(xu), open, null));
		expect(before.marks).toHaveLength(3);
		await loadBundles(as(null), [kept]);
		expect(valueOf(await readRehearsal(as(xu), open, null)).open?.argument).toBe('defendant-0');
		expect(refusalOf(await startRehearsal(as(xu), wanted)).field).toBe('bundle');
		await loadBundles(as(null), [changed, kept]);
	});
});

describe('our own bundles', () => {
	test('load, cite, and are told of at the article to reviewers only: what they cite is part of the fight', async () => {
		const { laws, bundles } = readContent(projectRoot()).content;
		await loadLaws(as(null), laws);
		expect((await loadBundles(as(null), bundles)).bundles.added).toBe(bundles.length);
		const citing = async (actor: Actor) =>
			valueOf(await readArticle(as(actor), 'administrative-penalty-law', '64', null)).citedBy.map(({ kind }) => kind);
		expect(await citing(reviewer)).toContain('bundle');
		expect(await citing(lin)).not.toContain('bundle');
		const page = valueOf(await readBundle(as(lin), 'needle-at-point-thirty-two'));
		expect(page.law.find(({ key }) => key === '处罚法64')).toMatchObject({
			...{ name: '行政处罚法第六十四条', law: 'administrative-penalty-law', article: '64', on: '2026-05-06' }
		});
	});
});
