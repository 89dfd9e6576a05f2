import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/domain/roles.ts';
import { readReviewFiles } from '#lib/drafting/server/use-cases/review-list.server.ts';
import { readReviewFile } from '#lib/drafting/server/use-cases/review-read.server.ts';
import { readExtraFindings, ruleOnFinding } from '#lib/drafting/server/use-cases/review-rulings.server.ts';
import * as work from '#lib/drafting/server/use-cases/review-work.server.ts';
import { instantOf } from '#lib/shared/time.ts';
import { verifyLedger } from '#lib/ranking/server/use-cases/verify.server.ts';
import { freshDatabase } from '../support/database.ts';
import { ledgerOf } from '../support/ledger-rows.ts';
import { contextOf, makeBureau, refusalOf, valueOf } from '../support/people.ts';
import { MODEL, REVIEW, SEEDED, findingOf, loadReviewFiles, sheetOf } from '../support/review-file.ts';

const { db, sql } = await freshDatabase();
const { lin, xu, wei, trainer } = await makeBureau(db);
const as = (actor: Actor, clock = '10:00') => contextOf(db, { actor, now: instantOf('2026-11-20', clock) });
const view = async (actor: Actor, page = 'penalty-decision', field: string | null = null) =>
	valueOf(await readReviewFile(as(actor), REVIEW, { page, field }));
const mark = async (actor: Actor, rule: string, more = {}) =>
	valueOf(await work.markFinding(as(actor), REVIEW, findingOf(rule, more)));

beforeAll(() => loadReviewFiles(contextOf(db)));

describe('a clean file', () => {
	test('is read sheet by sheet, like a file that lies on the desk', async () => {
		const cover = valueOf(await readReviewFile(as(lin), MODEL, { page: 'no-such-paper', field: null }));
		expect(cover).toMatchObject({ mode: 'model', result: null, sheet: { page: 'cover', before: null } });
		expect(cover.catalogue).toHaveLength(23);
		expect(cover.sheet.after).toMatchObject({ page: 'onsite-inspection-plan', number: 1 });
		const decision = valueOf(await readReviewFile(as(trainer), MODEL, { page: 'penalty-decision', field: 'seal' }));
		expect(decision).toMatchObject({ field: null, sheet: { title: '行政处罚决定书', rules: [] } });
		expect(decision.sheet.fields.find(({ path }) => path === 'f.fine_upper')?.content).toEqual({
			...{ kind: 'text', text: '叁万伍仟元整' }
		});
	});
	test('is no review, and what is not there is not found', async () => {
		expect(refusalOf(await work.startReview(as(lin), MODEL)).code).toBe('no-such-file');
		const nothing = await readReviewFile(as(lin), 'nothing', { page: '', field: null });
		expect(refusalOf(nothing).code).toBe('no-such-file');
	});
});

describe('a review', () => {
	test('nothing is marked before it is begun; two clicks begin one', async () => {
		expect(refusalOf(await work.markFinding(as(lin), REVIEW, findingOf('DEC-09'))).code).toBe('no-such-review');
		expect(await view(lin)).toMatchObject({ mode: 'ready', sheet: { rules: [] } });
		await Promise.all([work.startReview(as(lin), REVIEW), work.startReview(as(lin), REVIEW)]);
		expect(await sql`select count(*)::int from review_attempt`).toEqual([{ count: 1 }]);
	});

	test('tells nothing of the key while it is open', async () => {
		const open = await view(lin, 'penalty-decision', 'seal');
		expect(open).toMatchObject({ mode: 'reviewing', field: 'seal', result: null });
		expect(open.sheet.rules.length).toBeGreaterThan(25);
		const text = JSON.stringify([open, await view(lin, 'cover'), await readReviewFiles(as(lin))]);
		expect(text).not.toMatch(/defects|没有记为“是”|"severity":"fatal"/);
	});

	test('each finding is saved as it is marked; marking it again corrects it', async () => {
		await mark(lin, 'DEC-09', { field: 'fine' });
		await mark(lin, 'DEC-09', { field: 'seal', severity: 'fatal' });
		await mark(lin, 'FILE-11', { document: null, severity: 'minor', consequence: 'internal' });
		await mark(lin, 'DEC-24');
		await mark(lin, 'DEC-22', { field: 'no-such-field' });
		const { findings, catalogue } = await view(lin);
		expect(findings.map(({ rule, place, severity }) => [rule, place, severity])).toEqual([
			...[['DEC-09', '《行政处罚决定书》 机关印章', '致命']],
			...[['DEC-22', '《行政处罚决定书》', '严重']],
			...[['DEC-24', '《行政处罚决定书》', '严重']],
			...[['FILE-11', '全卷', '瑕疵']]
		]);
		expect(catalogue.filter(({ marked }) => marked > 0).map(({ page, marked }) => [page, marked])).toEqual([
			...[['cover', 1]],
			...[['penalty-decision', 3]]
		]);
	});

	test('a rule of another document is refused at its field', async () => {
		const refused = refusalOf(await work.markFinding(as(lin), REVIEW, findingOf('NOT-12')));
		expect(refused).toMatchObject({ code: 'no-such-rule', field: 'rule' });
		expect(refusalOf(await work.markFinding(as(lin), REVIEW, findingOf('X', { document: 'no-paper' }))).code).toBe(
			'no-such-rule'
		);
	});

	test('what was taken back can be brought back', async () => {
		const one = { document: 'penalty-decision', rule: 'DEC-22' };
		valueOf(await work.withdrawFinding(as(lin), REVIEW, one));
		expect((await view(lin)).findings).toHaveLength(3);
		valueOf(await work.restoreFinding(as(lin), REVIEW, one));
		expect((await view(lin)).findings).toHaveLength(4);
		valueOf(await work.withdrawFinding(as(lin), REVIEW, one));
		expect(refusalOf(await work.withdrawFinding(as(lin), REVIEW, { ...one, rule: 'DEC-01' })).code).toBe(
			'no-such-finding'
		);
	});

	test('another officer sees nothing of it', async () => {
		expect(await view(xu)).toMatchObject({ mode: 'ready', findings: [] });
	});

	test('handed in twice at once it is handed in once, and nothing changes after', async () => {
		const twice = await Promise.all([
			work.handInReview(as(lin), REVIEW, sheetOf(8)),
			work.handInReview(as(lin), REVIEW, sheetOf(8))
		]);
		expect(twice).toMatchObject([{ ok: true }, { ok: true }]);
		expect(refusalOf(await work.markFinding(as(lin), REVIEW, findingOf('DEC-10'))).code).toBe('handed-in');
		valueOf(await work.startReview(as(lin), REVIEW));
		expect((await view(lin)).mode).toBe('result');
	});

	test('the result tells what was found, missed and marked beside the key, and the two grades apart', async () => {
		const { result } = await view(lin);
		expect(result).toMatchObject({ precision: 66.7, recall: 50, f1: 57.1 });
		const states = result!.lines.map(({ rule, state }) => `${rule} ${state}`);
		expect(states).toEqual(['DEC-10 missed', 'SRV-03 missed', 'DEC-24 open', 'DEC-09 found', 'FILE-11 found']);
		expect(result!.lines.at(-2)).toMatchObject({ remarks: [], basis: expect.stringContaining('第') as string });
		expect(result!.machine).toMatchObject({ score: 59, grade: '不合格', capped: true });
		expect(result!.own).toMatchObject({ total: 98, grade: '优秀', failed: [], remarks: '卷内目录缺页码' });
		const { levels } = await readReviewFiles(as(lin));
		expect(levels[0]!.files[0]!.own).toEqual({ isOpen: false, marked: 3, f1: 57.1 });
	});
});

describe('a finding beside the key', () => {
	const input = {
		document: 'penalty-decision',
		rule: 'DEC-24',
		severity: 'minor' as const,
		reason: '理由只有一句套话。'
	};
	test('is shown to trainers without names, with what the engine says', async () => {
		const { rows, defects, handedIn } = valueOf(await readExtraFindings(as(trainer), REVIEW));
		expect([defects, handedIn, rows.map(({ rule, times }) => [rule, times])]).toEqual([4, 1, [['DEC-24', 1]]]);
		expect(rows[0]).toMatchObject({ engine: '机器按字段检查：通过', usual: 'major', rulings: [] });
		expect(JSON.stringify(rows)).not.toContain('林岳');
	});

	test('of two trainers who decide at once one is told to look again', async () => {
		const both = await Promise.all(
			(['accepted', 'rejected'] as const).map((verdict) =>
				ruleOnFinding(as(trainer, '11:00'), REVIEW, { ...input, verdict, seen: 0 })
			)
		);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.flatMap((one) => (one.ok ? [] : [one.refusal.code]))).toEqual(['decided-meanwhile']);
		const seen = valueOf(await readExtraFindings(as(trainer), REVIEW)).rows[0]!.seen;
		valueOf(await ruleOnFinding(as(trainer, '11:30'), REVIEW, { ...input, verdict: 'accepted', seen }));
	});

	test('once accepted it counts for whoever marked it', async () => {
		const { result } = await view(lin);
		expect(result).toMatchObject({ precision: 100, recall: 60, f1: 75 });
		expect(result!.lines.find(({ rule }) => rule === 'DEC-24')).toMatchObject({ state: 'accepted' });
	});

	test('the ledger has what was found when it was handed in, and a correction for what was accepted', async () => {
		expect(await ledgerOf(sql, 'file-review')).toEqual([
			`林岳 review:${REVIEW}@1 57 2`,
			`林岳 review:${REVIEW}@1 75 2`
		]);
		expect((await verifyLedger(as(lin))).faults).toEqual([]);
	});

	test('whoever hands in later is expected to find it too', async () => {
		await work.startReview(as(xu), REVIEW);
		for (const rule of SEEDED.slice(0, 2)) await mark(xu, rule);
		valueOf(await work.handInReview(as(xu, '12:00'), REVIEW, sheetOf()));
		const { result } = await view(xu);
		expect(result).toMatchObject({ precision: 100, recall: 40 });
		expect(result!.lines.filter(({ state }) => state === 'missed').map(({ rule }) => rule)).toContain('DEC-24');
	});

	test('only what somebody marked and is not in the key is decided', async () => {
		for (const rule of ['DEC-09', 'DEC-01']) {
			const refused = await ruleOnFinding(as(trainer), REVIEW, { ...input, rule, verdict: 'accepted', seen: 0 });
			expect(refusalOf(refused).code).toBe('no-such-finding');
		}
	});
});

test('a review goes on in the version in which it was begun; the new one is offered after it', async () => {
	await work.startReview(as(wei), REVIEW);
	await loadReviewFiles(contextOf(db), 2, ['DEC-24']);
	await mark(wei, 'DEC-09');
	valueOf(await work.handInReview(as(wei), REVIEW, sheetOf()));
	expect(await view(wei)).toMatchObject({ mode: 'result', isRenewed: true, result: { recall: 25 } });
	valueOf(await work.startReview(as(wei), REVIEW));
	expect(await view(wei)).toMatchObject({ mode: 'reviewing', isRenewed: false, findings: [] });
	valueOf(await work.handInReview(as(wei), REVIEW, sheetOf()));
	const own = (await ledgerOf(sql, 'file-review')).filter((line) => line.startsWith('韦小满'));
	expect(own, 'the first review of a file only').toEqual([`韦小满 review:${REVIEW}@1 40 2`]);
});
