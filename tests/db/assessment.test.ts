import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { NotAllowed } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { SeenClaim } from '#lib/ranking/domain/assessment/entry.ts';
import type { Figures } from '#lib/ranking/domain/assessment/formula.ts';
import { decideFigures } from '#lib/ranking/server/use-cases/assessment-check.server.ts';
import { readCheck, readReport } from '#lib/ranking/server/use-cases/assessment-desk.server.ts';
import { readAssessment, readScorecard } from '#lib/ranking/server/use-cases/assessment-read.server.ts';
import { reportFigures } from '#lib/ranking/server/use-cases/assessment-report.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { soundFor } from '../support/assessment-scheme.ts';
import { freshDatabase } from '../support/database.ts';
import { OCTOBER, playDays } from '../support/month.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';

const { db, sql } = await freshDatabase(8);
const { bureau, brigade, town, lin, xu, wei, trainer, townTrainer, reviewer, administrator, auditor } =
	await makeBureau(db);
const supervise = (account: string, name: string, unitId: string) =>
	addActor(db, { account, name, unitId, roles: ['supervisor'] });
const chief = await supervise('wei.dongli', '卫东篱', bureau);
const deputy = await supervise('he.ping', '何平', bureau);
const townChief = await supervise('shi.an', '石安', town);

const as = (actor: Actor | null, day = '2026-11-03') => contextOf(db, { actor, now: instantOf(day, '10:00') });
const OF_TOWN = { period: '2026-10', unitId: town };
const claim = (subject: string, figures: Figures, more: Partial<SeenClaim> = {}): SeenClaim => ({
	...{ subject, figures, account: '按十月台账逐件核对。', document: '台账 10 月', documentOn: '2026-10-31' },
	...{ link: null, seen: 0 },
	...more
});
const published = (part: number, seen = 0, account?: string) =>
	claim('published-in-time', { part, whole: 4 }, { seen, ...(account ? { account } : {}) });
const card = async (actor: Actor = xu, asked = OF_TOWN) => valueOf(await readScorecard(as(actor), asked));
const figure = async (id: string, actor?: Actor) =>
	(await card(actor)).card.dimensions.flatMap(({ indicators }) => indicators).find((one) => one.id === id)!;
const waitingOf = async (actor: Actor, asked = OF_TOWN) => valueOf(await readCheck(as(actor), asked)).waiting;
const decide = (actor: Actor, entryId: string, verdict: 'confirmed' | 'returned', reason = '') =>
	decideFigures(as(actor), OF_TOWN, [{ entryId, verdict, reason }]);
const rows = async (table: string) =>
	(await sql.unsafe(`select count(*)::int as count from ${table}`))[0]!.count as number;

beforeAll(async () => {
	await playDays(
		db,
		[lin, xu, wei].map((actor) => ({ actor, knows: () => true })),
		OCTOBER
	);
	await closeCycles(as(null, '2026-11-02'));
});

describe('who reads what', () => {
	test('an officer the own unit, a trainer or supervisor the units of the grant, nobody else anything', async () => {
		const seen = async (actor: Actor) =>
			valueOf(await readAssessment(as(actor), '2026-10'))
				.rows.map(({ name }) => name)
				.sort();
		const both = ['白渡镇应急管理办公室', '综合行政执法大队'];
		expect(await seen(lin)).toEqual(['综合行政执法大队']);
		expect(await seen(xu)).toEqual(['白渡镇应急管理办公室']);
		expect(await seen(townTrainer)).toEqual(['白渡镇应急管理办公室']);
		for (const actor of [trainer, chief, reviewer]) expect((await seen(actor)).sort()).toEqual([...both].sort());
		for (const actor of [administrator, auditor]) {
			await expect(readAssessment(as(actor), '2026-10')).rejects.toBeInstanceOf(NotAllowed);
		}
	});
	test('another unit’s card, form and desk are closed', async () => {
		for (const run of [readScorecard, readReport, readCheck]) {
			await expect(run(as(lin), OF_TOWN)).rejects.toBeInstanceOf(NotAllowed);
		}
		await expect(reportFigures(as(lin), OF_TOWN, [published(4)])).rejects.toBeInstanceOf(NotAllowed);
		await expect(reportFigures(as(trainer), OF_TOWN, [published(4)])).rejects.toBeInstanceOf(NotAllowed);
		await expect(decideFigures(as(xu), OF_TOWN, [])).rejects.toBeInstanceOf(NotAllowed);
		expect(await rows('assessment_entry')).toBe(0);
	});
	test('only periods that have begun, of units that are assessed', async () => {
		for (const period of ['2026-12', '2025-12', '2026-Q4', '2026-13', 'x']) {
			expect(refusalOf(await readScorecard(as(chief), { period, unitId: town })).code, period).toBe('no-such-period');
			expect(refusalOf(await readAssessment(as(chief), period)).code, period).toBe('no-such-period');
		}
		expect(refusalOf(await readScorecard(as(chief), { period: '2026-10', unitId: bureau })).code).toBe(
			'no-such-period'
		);
	});
});

test('the platform’s own figures are there without anybody’s entry; what is missing is said and not 0', async () => {
	const { card: shown } = await card();
	const talent = shown.dimensions.find(({ id }) => id === 'talent')!;
	expect(talent.indicators.find(({ id }) => id === 'skill')!.value).toBe(10_000);
	expect(talent.indicators.find(({ id }) => id === 'participation')).toMatchObject({ value: 10_000 });
	expect(talent.indicators.find(({ id }) => id === 'certificates')).toMatchObject({ value: 0 });
	expect(talent.indicators.find(({ id }) => id === 'drafting')).toMatchObject({ value: null, missing: 'nothing-due' });
	expect(shown).toMatchObject({ total: null, standing: 'none' });
	expect(shown.reason).toContain('暂不能得出');
	expect(shown.dimensions.find(({ id }) => id === 'lawful')!.value).toBeNull();
});

describe('entering', () => {
	test('all of a form or nothing; what a unit may not enter is refused', async () => {
		const refused = async (...claims: SeenClaim[]) => refusalOf(await reportFigures(as(xu), OF_TOWN, claims));
		expect(await refused(published(3), claim('five-unities', { count: 6 }))).toMatchObject({
			field: 'figure/five-unities/count'
		});
		expect((await refused(published(3), claim('skill', { mean: 9000, count: 3 }))).code).toBe('no-such-subject');
		expect((await refused(claim('annual-plan', { done: 1 }))).code).toBe('no-such-subject');
		expect((await refused({ ...published(3), document: '' })).field).toBe('document/published-in-time');
		expect((await refused({ ...published(3), documentOn: '2026-11-04' })).field).toBe('documentOn/published-in-time');
		expect((await refused({ ...published(3), link: 'javascript:alert(1)' })).field).toBe('link/published-in-time');
		expect(await rows('assessment_entry')).toBe(0);
	});
	test('a double click writes once; two people at once do not overwrite one another', async () => {
		const twice = await Promise.all([1, 2, 3].map(() => reportFigures(as(xu), OF_TOWN, [published(2)])));
		expect(twice.map(valueOf).sort()).toEqual([0, 0, 1]);
		expect(await rows('assessment_entry')).toBe(1);
		// Both had seen the first entry.
		const both = await Promise.all([
			reportFigures(as(xu), OF_TOWN, [published(3, 1)]),
			reportFigures(as(wei), OF_TOWN, [published(4, 1)])
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.flatMap((one) => (one.ok ? [] : one.refusal))).toMatchObject([
			{ code: 'changed-meanwhile', field: 'seen/published-in-time' }
		]);
		const { subjects } = valueOf(await readReport(as(xu), OF_TOWN));
		expect(subjects.find(({ id }) => id === 'published-in-time')!.seen).toBe(2);
		const audit = await sql`select count(*)::int from audit_entry where use_case = 'ranking.assessment.report'`;
		expect(audit[0]!.count).toBe(2);
	});
	test('counts only when a second person has confirmed it', async () => {
		expect(await figure('published-in-time')).toMatchObject({ value: null, missing: 'pending' });
		expect((await card()).card.open.join()).toContain('等第二人确认');
	});
});

describe('the second person', () => {
	const newest = async () => (await waitingOf(chief)).find(({ id }) => id === 'published-in-time')!;
	test('is nobody of the unit, and never whoever entered it', async () => {
		const { entry } = await newest();
		expect((await waitingOf(townChief))[0]!.whyNot).toContain('本单位');
		expect(refusalOf(await decide(townChief, entry.id, 'confirmed')).code).toBe('not-second');
		valueOf(await reportFigures(as(chief), OF_TOWN, [claim('recusal', { part: 1, whole: 1 })]));
		const own = (await waitingOf(chief)).find(({ id }) => id === 'recusal')!;
		expect(own.whyNot).toContain('另一人');
		expect(refusalOf(await decide(chief, own.entry.id, 'confirmed')).code).toBe('not-second');
		valueOf(await decide(deputy, own.entry.id, 'confirmed'));
		expect((await figure('recusal')).value).toBe(10_000);
	});
	test('the database itself keeps four eyes', async () => {
		const { entry } = await newest();
		const [row] = await sql`select id, unit_id, entered_by from assessment_entry where id = ${entry.id}`;
		const insert = (by: { entered: string; reviewer: string; unit: string }) => sql`insert into assessment_review
			(entry_id, unit_id, entered_by, verdict, reviewed_by, reviewer_unit_id, reviewed_at)
			values (${entry.id}, ${row!.unit_id as string}, ${by.entered}, 'confirmed', ${by.reviewer}, ${by.unit}, now())`;
		const writer = row!.entered_by as string;
		await expect(insert({ entered: writer, reviewer: writer, unit: bureau })).rejects.toMatchObject({ code: '23514' });
		await expect(insert({ entered: writer, reviewer: chief.personId, unit: town })).rejects.toMatchObject({
			code: '23514'
		});
		// Another writer than the real one.
		await expect(insert({ entered: lin.personId, reviewer: writer, unit: bureau })).rejects.toMatchObject({
			code: '23503'
		});
		expect(await rows('assessment_review')).toBe(1);
	});
	test('sends back with a reason; the correction is a new entry, and the old one cannot be confirmed any more', async () => {
		const { entry } = await newest();
		expect(refusalOf(await decide(chief, entry.id, 'returned', '无')).field).toBe(`reason-${entry.id}`);
		const twice = await Promise.all(
			[1, 2].map(() => decide(chief, entry.id, 'returned', '缺十月二十三日的公示记录。'))
		);
		expect(twice.map(valueOf).sort()).toEqual([0, 1]);
		expect(refusalOf(await decide(deputy, entry.id, 'confirmed')).code).toBe('decided');
		expect(await figure('published-in-time')).toMatchObject({
			...{ value: null, missing: 'returned' },
			waiting: { verdict: 'returned', reason: '缺十月二十三日的公示记录。' }
		});
		valueOf(await reportFigures(as(wei), OF_TOWN, [published(3, 2, '已补公示记录，改为三件。')]));
		const corrected = await newest();
		expect(corrected.earlier).toHaveLength(2);
		valueOf(await reportFigures(as(wei), OF_TOWN, [published(3, 3, '已补公示记录，三件，附截图编号。')]));
		expect(refusalOf(await decide(chief, corrected.entry.id, 'confirmed')).message).toContain('更正');
		valueOf(await decide(chief, (await newest()).entry.id, 'confirmed'));
		expect(await figure('published-in-time')).toMatchObject({ value: 7500, waiting: null, counts: { number: 4 } });
	});
	test('a correction of what was confirmed leaves it standing until it is confirmed itself', async () => {
		valueOf(await reportFigures(as(xu), OF_TOWN, [published(4, 4)]));
		expect(await figure('published-in-time')).toMatchObject({ value: 7500, waiting: { verdict: null } });
		valueOf(await decide(deputy, (await newest()).entry.id, 'confirmed'));
		expect((await figure('published-in-time')).value).toBe(10_000);
	});
	test('decides all of a form or nothing, and nothing of another unit', async () => {
		const given = [claim('five-unities', { count: 4 }), claim('five-in-place', { count: 5 })];
		valueOf(await reportFigures(as(xu), OF_TOWN, given));
		const two = (await waitingOf(chief)).map(({ entry }) => entry.id);
		expect(two).toHaveLength(2);
		const before = await rows('assessment_review');
		const decisions = [
			{ entryId: two[0]!, verdict: 'confirmed', reason: '' },
			{ entryId: two[1]!, verdict: 'returned', reason: '' }
		] as const;
		expect(refusalOf(await decideFigures(as(chief), OF_TOWN, decisions)).code).toBe('no-reason');
		const other = { period: '2026-10', unitId: brigade };
		expect(refusalOf(await decideFigures(as(chief), other, decisions.slice(0, 1))).code).toBe('no-such-entry');
		expect(await rows('assessment_review')).toBe(before);
	});
});

test.each(['assessment_entry', 'assessment_review'])('%s is only ever added to', async (table) => {
	expect(await rows(table)).toBeGreaterThan(0);
	const column = table === 'assessment_entry' ? 'account' : 'reason';
	for (const text of [
		`update ${table} set ${column} = ${column}`,
		`update ${table} set ${column} = ${column} where false`,
		`delete from ${table}`,
		`truncate ${table} cascade`,
		`truncate unit, person, ${table} cascade`
	]) {
		await expect(sql.unsafe(text), text).rejects.toMatchObject({ code: '23001' });
	}
});

describe('vetoes', () => {
	test('are stated by the supervising office, count when a second person confirms, and can be taken back', async () => {
		const stated = (done: number, seen = 0) => claim('false-data', { done }, { seen });
		await expect(reportFigures(as(xu), OF_TOWN, [stated(1)])).rejects.toBeInstanceOf(NotAllowed);
		valueOf(await reportFigures(as(chief), OF_TOWN, [stated(1)]));
		const entry = async () => (await waitingOf(reviewer)).find(({ id }) => id === 'false-data')!.entry.id;
		expect((await card()).card.vetoes).toEqual([]);
		expect(refusalOf(await decide(chief, await entry(), 'confirmed')).code).toBe('not-second');
		valueOf(await decide(reviewer, await entry(), 'confirmed'));
		expect((await card()).card.vetoes).toMatchObject([{ name: '填报虚假数据' }]);
		valueOf(await reportFigures(as(chief), OF_TOWN, [stated(0, 1)]));
		valueOf(await decide(reviewer, await entry(), 'confirmed'));
		expect((await card()).card.vetoes).toEqual([]);
	});
	test('follow from a confirmed discipline case', async () => {
		valueOf(await reportFigures(as(xu), OF_TOWN, [claim('misconduct', { complaint: 0, discipline: 1 })]));
		expect((await card()).card.vetoes).toEqual([]);
		for (const { entry } of await waitingOf(chief)) valueOf(await decide(chief, entry.id, 'confirmed'));
		expect((await card()).card.vetoes).toMatchObject([{ id: 'discipline' }]);
		expect((await figure('misconduct')).value).toBe(0);
	});
});

test('a unit that has reported everything and was confirmed has a final result, and states carry into the next month', async () => {
	const asked = { period: '2026-10', unitId: brigade };
	const { subjects } = valueOf(await readReport(as(lin), asked));
	const claims = subjects.map(({ id, formula }) => claim(id, soundFor(formula)));
	expect(valueOf(await reportFigures(as(lin), asked, claims))).toBe(subjects.length);
	const waiting = await waitingOf(chief, asked);
	const decisions = waiting.map(({ entry }) => ({ entryId: entry.id, verdict: 'confirmed' as const, reason: '' }));
	expect(valueOf(await decideFigures(as(chief), asked, decisions))).toBe(subjects.length);
	const done = await card(lin, asked);
	expect(done.card).toMatchObject({ standing: 'final', open: [] });
	expect(done.card.dimensions.map(({ id, value }) => [id, value])).toEqual([
		['organisation', 10_000],
		['standardisation', 10_000],
		// 50 % × 80 + 20 % × 90 + 30 % × 80
		['lawful', 8200],
		// 30 % × 100 + 70 % × 80
		['effect', 8600],
		// Nobody's document was marked: 40 × 100 + 20 × 100 + 20 × 0, of 80.
		['talent', 7500],
		['integrity', 9600]
	]);
	expect(done.card.total).toBe(8730);
	expect(done.trend.at(-2)).toMatchObject({ period: '2026-10', total: 8730 });

	const november = await card(lin, { period: '2026-11', unitId: brigade });
	const five = november.card.dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'five-unities');
	expect(five).toMatchObject({ value: 10_000, isCarried: true });
	expect(november.card.standing).toBe('none');
	// Nobody has trained in the running month yet; after one set there is a board, and nobody is on it.
	const trained = async () => {
		const shown = await card(lin, { period: '2026-11', unitId: brigade });
		return shown.card.dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'participation');
	};
	expect(await trained()).toMatchObject({ missing: 'no-record' });
	await playDays(db, [{ actor: lin, knows: () => true }], ['2026-11-02']);
	expect(await trained()).toMatchObject({ value: 0, missing: null });

	const year = await card(lin, { period: '2026', unitId: brigade });
	expect(year.year).toMatchObject({ value: null, daily: 8730, standing: 'none' });
	const table = valueOf(await readAssessment(as(chief), '2026-10'));
	expect(table.rows.map(({ name, total }) => [name, total])[0]).toEqual(['综合行政执法大队', 8730]);
});
