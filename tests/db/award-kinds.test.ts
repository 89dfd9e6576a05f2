import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { nominateCase, signCaseSheet } from '#lib/cases/server/use-cases/case-scores.server.ts';
import { loadCases } from '#lib/cases/server/use-cases/load-cases.server.ts';
import { addUnit } from '#lib/identity/server/use-cases/add-people.server.ts';
import { loadLaws } from '#lib/law/server/use-cases/load-laws.server.ts';
import { readAwards } from '#lib/ranking/server/use-cases/award-list.server.ts';
import { describeDeeds, nominate } from '#lib/ranking/server/use-cases/award-nominate.server.ts';
import { openAward } from '#lib/ranking/server/use-cases/award-open.server.ts';
import { readAward, readAwardDocument, readCertificate } from '#lib/ranking/server/use-cases/award-read.server.ts';
import { closeCycles } from '#lib/ranking/server/use-cases/close-cycles.server.ts';
import { checkCode, readStar } from '#lib/ranking/server/use-cases/public-awards.server.ts';
import { readPeriodBoard } from '#lib/ranking/server/use-cases/read-period-board.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { LAW, makeCase } from '../support/bank.ts';
import { sheetOf } from '../support/commentary.ts';
import { freshDatabase } from '../support/database.ts';
import { recordMonth } from '../support/ledger-month.ts';
import { addActor, contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { judgeSelection, publiciseNext, publishReady } from '../support/play-selection.ts';

const { db, sql } = await freshDatabase(8);
const { bureau, brigade, lin, xu, wei, trainer, townTrainer, reviewer, auditor } = await makeBureau(db);
const chief = await addActor(db, { account: 'wei.dongli', name: '卫东篱', unitId: bureau, roles: ['supervisor'] });
const judges = [
	...[trainer, townTrainer, reviewer],
	...(await Promise.all(
		['裴明远', '康若兰', '岑知白', '骆清和'].map((name, at) =>
			addActor(db, { account: `judge.${at}`, name, unitId: bureau, roles: ['judge'] })
		)
	))
];
const street = await addUnit(contextOf(db), bureau, '云门街道应急管理办公室', 'town');
const zhou = await addActor(db, { account: 'zhou.he', name: '周禾', unitId: street });
const as = (actor: Actor | null, day: string) => contextOf(db, { actor, seed: 5, now: instantOf(day, '10:00') });
const house = { chief, judges, as };
const DAY = '2027-02-03';

/** Keeps a unit's year as closed: with everything reported, or with a veto. */
const close = (unitId: string, total: number, vetoes: readonly string[] = []) => {
	const assessment = {
		...{ total, standing: 'final', reason: '', dimensions: [], open: [] },
		vetoes: vetoes.map((name) => ({ id: name, name, reason: '督导提出，另一人确认' }))
	};
	return sql`insert into assessment_closing (unit_id, period, version, scheme_version, assessment, counts, reason, closed_by, closed_at)
		values (${unitId}, '2026', 1, 1, ${JSON.stringify(assessment)}::text::jsonb, '{}', '', ${chief.personId}, ${instantOf(DAY).toISOString()})`;
};

beforeAll(async () => {
	await sql`update person set certificate_number = '演示', certificate_expires_on = '2028-06-30'`;
	for (const cycle of ['2026-10', '2026-11']) {
		await recordMonth(as(null, `${cycle}-01`), cycle, [
			{ actor: lin, marks: [100, 100, 100, 100, 50] },
			{ actor: xu, marks: [100, 100, 100, 100, 100] },
			{ actor: wei, marks: [100, 100, 50, 50, 50] },
			{ actor: zhou, marks: [100, 100, 100, 50, 50] }
		]);
	}
	await recordMonth(as(null, '2026-12-01'), '2026-12', [
		{ actor: lin, marks: [100, 100, 100, 100, 50], documents: [80] },
		{ actor: xu, marks: [100, 100, 100, 100, 100], documents: [80] },
		{ actor: zhou, marks: [100, 100, 100, 50, 50], documents: [80] }
	]);
	await closeCycles(as(null, '2027-01-01'));
});

test('a year and a season add up the same months', async () => {
	const year = valueOf(await readPeriodBoard(as(lin, DAY), '2026'));
	const season = valueOf(await readPeriodBoard(as(lin, DAY), '2026-S1'));
	expect(season).toMatchObject({ title: '2026年秋冬赛季', isSeason: true, isOver: true });
	expect(season.people.map(({ name, total, rank }) => [name, total, rank])).toEqual(
		year.people.map(({ name, total, rank }) => [name, total, rank])
	);
	expect(year.periods.map(({ period }) => period)).toContain('2026-S1');
	expect(refusalOf(await readPeriodBoard(as(lin, DAY), '2026-S2')).code).toBe('no-such-period');
});

describe('a unit of the year', () => {
	let id = '';
	test('is proposed from the board of units; without a closed assessment, or with a veto, it is passed over', async () => {
		await close(brigade, 9120);
		await close(street, 8800, ['填报虚假数据']);
		const offers = (await readAwards(as(chief, DAY))).offers.map(({ choice }) => choice);
		expect(offers).toEqual(expect.arrayContaining(['unit-of-the-year/2026', 'person-of-the-year/2026']));
		id = await judgeSelection(house, { honour: 'unit-of-the-year', cycle: '2026', day: DAY, size: 5 }, {});
		const view = valueOf(await readAward(as(auditor, DAY), id));
		expect(view.nominees.map(({ name, checks }) => [name, checks.every(({ passed }) => passed)])).toEqual([
			['综合行政执法大队', true]
		]);
		const passed = Object.fromEntries(view.passedOver.map(({ name, reasons }) => [name, reasons.join('')]));
		expect(passed['白渡镇应急管理办公室']).toContain('还没有定稿');
		expect(passed['云门街道应急管理办公室']).toContain('填报虚假数据');
		expect(view).toMatchObject({ contestants: '3 个单位', places: 1, mayNominate: false });
		expect(view.nominees[0]!.reasons.join('')).toMatch(/单位榜第 \d 名.*参与 1 人/);
		// Nobody of the unit itself sits on the panel.
		expect(view.panel).toHaveLength(5);
	});
	test('goes through publicity to a certificate in the unit’s name', async () => {
		expect(await publiciseNext(house, id, DAY)).toEqual(['综合行政执法大队']);
		const { people } = await readStar(as(null, DAY), id);
		expect(people).toMatchObject([{ name: '综合行政执法大队', unitName: '', title: '2026年度先进集体' }]);
		const notice = valueOf(await readAwardDocument(as(lin, DAY), id, 'notice'));
		expect(JSON.stringify(notice)).toContain('拟评选单位');
		expect(JSON.stringify(notice)).not.toContain('（）');
		await publishReady(house, id, '2027-03-01');
		const { code } = valueOf(await readCertificate(as(lin, '2027-03-01'), id, brigade));
		expect(await checkCode(as(null, '2027-03-01'), code)).toMatchObject({
			verdict: 'right',
			award: { name: '综合行政执法大队' }
		});
		const [row] = await sql`select nominee, nominee_id from award_notice where run_id = ${id}`;
		expect(row).toEqual({ nominee: brigade, nominee_id: null });
	});
});

test('a person of the year comes from the same months, by mean, with two thirds of them', async () => {
	const id = await judgeSelection(house, { honour: 'person-of-the-year', cycle: '2026', day: DAY, size: 5 });
	const { nominees } = valueOf(await readAward(as(chief, DAY), id));
	expect(nominees.map(({ name, rank }) => [name, rank])).toEqual([
		['许漫青', 1],
		['林岳', 2]
	]);
});

describe('an excellent case', () => {
	const QUARTER = '2026-Q4';
	let id = '';
	beforeAll(async () => {
		await loadLaws(contextOf(db), [LAW]);
		const byAuthor = (caseId: string, author: string) => {
			const made = makeCase(caseId);
			return { ...made, body: { ...made.body, author } };
		};
		await loadCases(contextOf(db), [byAuthor('by-town', xu.name), byAuthor('by-guest', '外聘专家')]);
		for (const caseId of ['by-town', 'by-guest']) {
			valueOf(await nominateCase(as(trainer, '2026-12-20'), QUARTER, { caseId, reason: '证据链讲得清楚' }));
			for (const judge of judges.slice(3, caseId === 'by-town' ? 6 : 4)) {
				valueOf(await signCaseSheet(as(judge, '2026-12-21'), QUARTER, { caseId, sheet: sheetOf() }));
			}
		}
	});
	test('waits until no more sheets are taken', async () => {
		expect(refusalOf(await openAward(as(chief, '2027-01-15'), 'case-of-the-quarter', QUARTER))).toMatchObject({
			code: 'not-closed',
			message: expect.stringContaining('评分表') as string
		});
	});
	test('is proposed from the sheets; what is not recommended is passed over with the reason', async () => {
		id = await judgeSelection(house, { honour: 'case-of-the-quarter', cycle: QUARTER, day: DAY, size: 3 });
		const view = valueOf(await readAward(as(auditor, DAY), id));
		expect(view.nominees.map(({ unitName }) => unitName)).toEqual(['作者 许漫青，白渡镇应急管理办公室']);
		expect(view.passedOver.map(({ reasons }) => reasons.join(''))).toEqual([
			expect.stringContaining('评分表不足 3 份')
		]);
		// The author's unit neither judges nor can anybody be nominated by hand.
		expect(view.panel.map(({ id: seat }) => seat)).not.toContain(townTrainer.personId);
		const byHand = await nominate(as(xu, DAY), id, { officerId: xu.personId, deeds: '写得好。', evidence: [] });
		expect(byHand.ok).toBe(false);
	});
	test('is honoured under its title; the author’s unit describes it, another one may not', async () => {
		const deeds = { officerId: 'by-town', deeds: '把证据链讲成了一张图。', evidence: [] };
		await expect(describeDeeds(as(lin, DAY), id, deeds)).rejects.toThrow();
		expect(refusalOf(await describeDeeds(as(xu, DAY), id, deeds)).code).toBe('nominations-closed');
		const [title] = await publiciseNext(house, id, DAY);
		const [star] = await publishReady(house, id, '2027-03-01');
		expect(star).toEqual({ id: 'by-town', name: title });
		expect(valueOf(await readCertificate(as(xu, '2027-03-01'), id, 'by-town'))).toMatchObject({ name: title });
	});
});

test('titles of the arena are declared and say that nothing is scored yet', async () => {
	const { declared } = await readAwards(as(lin, DAY));
	expect(declared.map(({ name, cycle }) => [name, cycle])).toEqual([
		['擂主', '每赛季'],
		['最佳辩手', '每场']
	]);
	for (const { waitsFor } of declared) expect(waitsFor).toContain('暂不计分');
});
