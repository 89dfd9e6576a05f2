import { beforeAll, describe, expect, test } from 'vitest';
import { guideFormOf } from '#lib/drafting/domain/guide-form.ts';
import { EMPTY_TASK } from '#lib/drafting/domain/task-form.ts';
import { readWeakFilter } from '#lib/drafting/figures-forms.ts';
import { readAgreement, readNewcomers, readWeakRules } from '#lib/drafting/server/use-cases/drafting-figures.server.ts';
import { assignMarkers } from '#lib/drafting/server/use-cases/assign-markers.server.ts';
import { readLawFiles } from '#lib/law/server/use-cases/law-files.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { publishMaterial } from '#lib/drafting/server/use-cases/studio-material.server.ts';
import { composeTask, readTaskBench } from '#lib/drafting/server/use-cases/build-task.server.ts';
import { composeGuide, readGuide, readGuides } from '#lib/drafting/server/use-cases/guides.server.ts';
import { readMarkingLoads } from '#lib/drafting/server/use-cases/marking-loads.server.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { ROOT } from '../support/cluster.ts';
import { freshDatabase } from '../support/database.ts';
import { GUIDE, GUIDE_ID, handIn, insertFile, insertTasks } from '../support/drafting.ts';
import { makeMarkers, sheet } from '../support/marking.ts';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { addActor, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase();
const { bureau, as, give, settle } = await makeMarkers({ db, sql });
const { lin, xu, wei, trainer, townTrainer } = bureau;
const filter = (query = '') => readWeakFilter(new URLSearchParams(query));

beforeAll(async () => {
	await insertTasks(db);
	for (let n = 0; n < 8; n++) await settle(lin, n % 5);
	const apart = await handIn(db, xu);
	await assignMarkers(as(null));
	await give(apart, 1, sheet(0));
	await give(apart, 2, sheet(4));
	await settle(wei, 3);
	await handIn(db, wei, { entries: { inspected_unit: '恒舟木业' } });
	await assignMarkers(as(null));
});

describe('agreement', () => {
	test('counts documents that two have marked, by guide and criterion', async () => {
		const [found] = await readAgreement(as(trainer));
		expect(found).toMatchObject({ title: '责令说理细则', n: 10, pairs: 20, thirds: 1 });
		expect(found!.agreement!.kappa).toBeGreaterThan(0);
		expect(found!.agreement!.kappa).toBeLessThan(1);
		expect(found!.criteria.map(({ title, n }) => [title, n])).toEqual([
			['事实', 10],
			['说理', 10]
		]);
		expect(await readAgreement(as(trainer))).toEqual([found]);
	});

	test('who has how much, without a document', async () => {
		const loads = await readMarkingLoads(as(trainer, instantOf('2026-11-26', '09:00')));
		expect(loads!.markers).toHaveLength(5);
		expect(loads!.markers.reduce((sum, { overdue }) => sum + overdue, 0)).toBeGreaterThan(0);
		expect(await readMarkingLoads(as(bureau.reviewer))).toBeNull();
	});
});

describe('the weakest rules', () => {
	test('shares are out of the documents in which a rule was applicable', async () => {
		const { submissions, rules } = await readWeakRules(as(trainer), filter());
		// Eight of the brigade and one of the town: the other two are being marked.
		expect(submissions).toBe(9);
		const required = rules.find(({ rule }) => rule === 'ORD-01')!;
		expect(required).toMatchObject({
			violated: 9,
			applicable: 9,
			share: 1,
			documentTitle: '责令限期整改指令书',
			tasks: 1
		});
		expect(rules.every(({ violated, applicable }) => violated <= applicable && applicable <= 9)).toBe(true);
	});

	test('by unit, by period, by kind and by words', async () => {
		const ofTown = await readWeakRules(as(trainer), filter(`unit=${bureau.town}`));
		expect(ofTown.submissions).toBe(1);
		expect((await readWeakRules(as(trainer, instantOf('2027-01-15', '09:00')), filter('period=30'))).submissions).toBe(
			0
		);
		expect((await readWeakRules(as(trainer), filter('document=penalty-decision'))).submissions).toBe(0);
		const { rules } = await readWeakRules(as(trainer), filter('query=ORD-05'));
		expect(rules.map(({ rule }) => rule)).toEqual(['ORD-05']);
	});

	test('a trainer of a town counts the town, whatever unit the address names', async () => {
		for (const query of ['', `unit=${bureau.brigade}`]) {
			const page = await readWeakRules(as(townTrainer), filter(query));
			expect(page.units.map(({ id }) => id)).toEqual([bureau.town]);
			expect(page.submissions).toBe(1);
		}
		await expect(readWeakRules(as(lin), filter())).rejects.toBeInstanceOf(NotAllowed);
	});
});

describe('newcomers', () => {
	test('who marks is not told who waits for a mark; who does not mark is', async () => {
		const supervisor = await addActor(db, {
			account: 'wei.dongli',
			name: '卫东篱',
			unitId: bureau.bureau,
			roles: ['supervisor']
		});
		await sql`update person set joined_on = '2026-11-12' where id = ${xu.personId}`;
		const orderOf = async (actor: Actor) => {
			const { newcomers } = await readNewcomers(as(actor));
			return newcomers.find(({ name }) => name === '许漫青')!.documents[1]!;
		};
		expect(await orderOf(trainer)).toMatchObject({ state: 'none', tries: 0 });
		expect(await orderOf(supervisor)).toMatchObject({ tries: 1 });
		await sql`update person set joined_on = '2020-07-01' where id = ${xu.personId}`;
	});

	test('who joined within a year, in the reader’s units, with the state of each document and no mark', async () => {
		await sql`update person set joined_on = '2026-11-10' where id in (${wei.personId}, ${lin.personId})`;
		const { newcomers } = await readNewcomers(as(trainer));
		expect(newcomers.map(({ name }) => name).sort()).toEqual(['林岳', '韦小满'].sort());
		expect(newcomers.every(({ due, state }) => due === '2026-12-10' && state === 'open')).toBe(true);
		const order = newcomers.find(({ name }) => name === '韦小满')!.documents[1];
		expect(order).toMatchObject({ document: 'rectification-order', state: 'failed', tries: 1 });
		expect((await readNewcomers(as(townTrainer))).newcomers.map(({ name }) => name)).toEqual(['韦小满']);
	});
});

/** The file of a composed text after both reviews. */
const reviewed = (id: string, source: string) =>
	`id: ${id}\n${source}author: 梁若川\ninternalReview: {by: 方砚秋, on: 2026-11-19}\nlegalReview: {by: 沈知微, on: 2026-11-20}\n`;
const asTrainer = { ...as(trainer), actor: trainer };

describe('a guide in the studio', () => {
	const form = { ...guideFormOf('责令说理细则', GUIDE), limit: '20' };

	test('gets a new version, which what is begun does not follow', async () => {
		expect(valueOf(await readGuide(as(trainer), GUIDE_ID))).toMatchObject({ version: 1 });
		const composed = valueOf(await composeGuide(as(trainer), GUIDE_ID, form, 1));
		if (composed.kind !== 'composed') throw new Error(JSON.stringify(composed));
		expect(await readGuides(as(trainer))).toMatchObject([{ version: 1 }]);
		const text = reviewed(GUIDE_ID, composed.source);
		expect(valueOf(await publishMaterial(asTrainer, 'guide', text, 1))).toEqual({ version: 2 });
		expect(refusalOf(await publishMaterial(asTrainer, 'guide', text, 1)).code).toBe('overtaken');
		expect(await readGuides(as(trainer))).toMatchObject([{ id: GUIDE_ID, version: 2, limit: 20, tasks: 1 }]);
		const rows = await sql`select origin, created_by from drafting_piece_version where kind = 'guide' order by version`;
		expect(rows.map((row) => [row.origin as string, row.created_by as string | null])).toEqual([
			['file', null],
			['studio', trainer.personId]
		]);
		const held = await sql`select distinct guide_version from marking`;
		expect(held.map((row) => row.guide_version as number)).toEqual([1]);
	});

	test('is refused where it is wrong, and where somebody else was quicker', async () => {
		const weights = { ...form, criteria: form.criteria.map((one, at) => (at === 0 ? { ...one, weight: '60' } : one)) };
		const wrong = valueOf(await composeGuide(as(trainer), GUIDE_ID, weights, 2));
		expect(wrong).toMatchObject({ kind: 'faults', faults: { criteria: expect.stringContaining('100') as string } });
		const late = refusalOf(await composeGuide(as(trainer), GUIDE_ID, { ...form, limit: '25' }, 1));
		expect(late.code).toBe('changed-meanwhile');
		expect((await readGuides(as(trainer)))[0]!.version).toBe(2);
	});
});

describe('a task in the studio', () => {
	const chosen = { file: 'workshop', document: 'rectification-order' };
	const form = {
		...EMPTY_TASK,
		...{ title: '给恒舟木业写责令', brief: '六月十日检查发现两个问题，现在要责令限期整改。', guide: GUIDE_ID },
		...{
			given: ['onsite-inspection-record', 'case-closure-approval'],
			prefilled: ['doc_no'],
			points: { 'ORD-03': '9' }
		},
		evidence: '检查记录：现场两处问题'
	};
	beforeAll(async () => {
		await loadLaws(as(null), readLawFiles(ROOT).laws);
		await insertFile(db, 'workshop');
	});

	test('shows what can be taken out of a file', async () => {
		expect((await readTaskBench(as(trainer), { file: 'nothing', document: '' })).bench).toBeNull();
		const { bench, documents } = await readTaskBench(as(trainer), chosen);
		expect(documents.map(({ id }) => id)).toContain('rectification-order');
		expect(bench!.given.map(({ id }) => id)).toEqual(['onsite-inspection-plan', 'onsite-inspection-record']);
		expect(bench!.guides.map(({ id }) => id)).toEqual([GUIDE_ID]);
	});

	test('is published complete in itself, and can be written at once', async () => {
		const done = valueOf(await composeTask(as(trainer), chosen, form));
		if (done.kind !== 'composed') throw new Error(JSON.stringify(done));
		const text = reviewed(done.id, done.source);
		expect(valueOf(await publishMaterial(asTrainer, 'task', text, null))).toEqual({ version: 1 });
		expect(refusalOf(await publishMaterial(asTrainer, 'task', text, null)).code).toBe('id-taken');
		const draftId = await handIn(db, lin, { task: done.id });
		await assignMarkers(as(null));
		const places = await sql`select place from marking where draft_id = ${draftId}`;
		expect(places).toHaveLength(2);
		const versions =
			await sql`select version, body from drafting_piece_version where kind = 'task' and id = ${done.id}`;
		expect(versions).toHaveLength(1);
		const body = versions[0]!.body as { related: object; points: object; prefilled: object };
		expect(Object.keys(body.related)).toEqual(['onsite-inspection-record']);
		expect(body.points).toEqual({ 'ORD-03': 9 });
		expect(Object.keys(body.prefilled)).toEqual(['doc_no']);
	});

	test('is refused where something is missing, given away, or made for another document', async () => {
		const faultsOf = async (over: Partial<typeof form>) => {
			const done = valueOf(await composeTask(as(trainer), chosen, { ...form, ...over }));
			return done.kind === 'faults' ? Object.keys(done.faults) : [];
		};
		expect(await faultsOf({ title: '', brief: '写', minutes: '1' })).toEqual(['title', 'brief', 'minutes']);
		expect(await faultsOf({ guide: 'nothing' })).toEqual(['guide']);
		expect(await faultsOf({ evidence: '没有说明' })).toEqual(['evidence']);
		expect(await faultsOf({ points: { 'ORD-03': '很多' } })).toEqual(['points.ORD-03']);
		expect(await faultsOf({ points: { 'NOT-01': '5' } as unknown as typeof form.points })).toEqual(['form']);
		expect(refusalOf(await composeTask(as(trainer), { ...chosen, document: 'nothing' }, form)).code).toBe(
			'no-such-source'
		);
	});
});
