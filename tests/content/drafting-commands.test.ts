import { describe, expect, test } from 'vitest';
import * as check from '../../src/cli/drafting-check.ts';
import * as checkFile from '../../src/cli/drafting-check-file.ts';
import type { ReportDocument } from '#lib/drafting/domain/report-document.ts';
import { type Patch, type Sample, cleanSample, patched } from '../support/break-rules.ts';
import { callOn } from '../support/commands.ts';

const KIND = 'penalty-decision';

/** The sample as the input of `drafting check` on one of its documents. */
function draftOf({ documents, case: facts }: Sample, kind = KIND, more: object = {}) {
	const { [kind]: fields, ...related_documents } = documents;
	return { document: kind, fields, case: facts, related_documents, ...more };
}

async function checked(patch: Patch, more: object = {}, kind = KIND) {
	const input = draftOf(patched(cleanSample(), kind, patch), kind, more);
	const { code, out, err } = await callOn(check, JSON.stringify(input), '--json');
	expect({ code, err }).toEqual({ code: 0, err: '' });
	return JSON.parse(out) as ReportDocument;
}

const broken = ({ violations }: ReportDocument) => violations.map(({ rule }) => rule);

describe('drafting check', () => {
	test('one JSON document with every key of the contract', async () => {
		const report = await checked({ 'f.seal': false });
		expect(report).toMatchObject({ score: 59, capped: true, warnings: [] });
		expect(report.violations).toEqual([
			{
				...{ rule: 'DEC-09', severity: 'fatal', points: 10, path: 'f.seal', basisStatus: 'verified' },
				...{ message: '加盖作出决定机关的印章：机关印章没有记为“是”', basis: '行政处罚法第五十九条第二款' }
			}
		]);
		expect(report.passed).toContain('DEC-11');
		expect(report.notApplicable).toEqual(['DEC-27', 'DEC-29', 'DEC-30']);
	});

	test('a fine above the maximum is caught, reduced or not', async () => {
		const fine = { 'f.fine': 150_000, 'f.fine_upper': '壹拾伍万元整', 'd.penalty-notice.proposed_fine': 150_000 };
		expect(broken(await checked(fine))).toEqual(['DEC-11']);
		const reduced = { ...fine, 'f.mitigated_below': true, 'f.mitigation_ground': '主动消除危害后果' };
		expect(broken(await checked(reduced))).toEqual(['DEC-30']);
	});

	test('a fine below the minimum is lawful only when reduced, with its ground', async () => {
		const low = {
			...{ 'f.penalty_basis_id': 'aqscf-97-overdue', 'd.penalty-notice.penalty_basis_id': 'aqscf-97-overdue' },
			...{ 'f.fine': 35_000 }
		};
		expect(broken(await checked(low))).toEqual(['DEC-11']);
		expect(broken(await checked({ ...low, 'f.mitigated_below': true }))).toEqual(['DEC-27']);
		const lawful = { ...low, 'f.mitigated_below': true, 'f.mitigation_ground': '主动消除危害后果' };
		expect(broken(await checked(lawful))).toEqual([]);
	});

	test('values are called what people call them', async () => {
		const said = async (patch: Patch, kind: string) => {
			const { violations } = await checked(patch, {}, kind);
			return violations.map(({ message }) => message.split('：')[1]);
		};
		const measures = { 'f.measures': ['evacuate', 'demolish'] };
		expect((await said(measures, 'onsite-measure-decision')).at(-1)).toBe(
			'处理决定不能是“demolish”，应为责令立即排除、责令从危险区域撤出作业人员、责令暂时停产停业、停止使用相关设施设备'
		);
		const [conclusion] = await said({ 'f.conclusion': 'revise' }, 'legal-review-opinion');
		expect(conclusion).toBe('审核结论不能是“改正后再报”，应为同意');
		const other = { 'd.penalty-notice.penalty_basis_id': 'aqscf-96-first' };
		expect(await said(other, KIND)).toContain('处罚依据编码写的是“安全生产法第九十七条');
	});

	test('parameters come from the file, the place or the default, in this order', async () => {
		const notice = 'penalty-notice';
		const short = { 'f.statement_days': 3 };
		expect(broken(await checked(short, {}, notice))).toEqual([]);
		expect(broken(await checked(short, { jurisdiction: 'local-example' }, notice))).toEqual(['NOT-03']);
		const own = { jurisdiction: 'local-example', params: { statement_days: 3 } };
		expect(broken(await checked(short, own, notice))).toEqual([]);
	});

	test('without the other documents nothing is compared with them', async () => {
		const { documents, case: facts } = cleanSample();
		const alone = JSON.stringify({
			document: KIND,
			fields: documents[KIND],
			case: { ...facts, collective_required: false, legal_review_required: false }
		});
		const { out } = await callOn(check, alone, '--json');
		const report = JSON.parse(out) as ReportDocument;
		expect(report).toMatchObject({ score: 100, violations: [] });
		expect(report.notApplicable).toEqual(expect.arrayContaining(['DEC-13', 'DEC-14', 'DEC-15', 'DEC-16', 'DEC-25']));
	});

	test('an empty draft is judged, not refused', async () => {
		const { code, out } = await callOn(check, 'document: penalty-decision\nfields: {}\n', '--json');
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ capped: true, passed: [] });
		for (const blank of ['', ' null', ' ~', ' ""']) {
			expect((await callOn(check, `document: penalty-decision\nfields:${blank}\n`, '--json')).out).toBe(out);
		}
	});

	test('people read what is wrong, where and by which law; the gravest first', async () => {
		const input = JSON.stringify(
			draftOf(patched(cleanSample(), KIND, { 'f.seal': false, 'f.pay_days': 10, 'f.correct_order': '' }))
		);
		const { out } = await callOn(check, input);
		const lines = out.trim().split('\n');
		expect(lines[0]).toBe('59 分（有致命问题，封顶）　通过 24 条，不适用 3 条');
		expect(lines.slice(1).map((one) => one.trim().split('（')[0])).toEqual([
			'致命 DEC-09',
			'严重 DEC-23',
			'瑕疵 DEC-22'
		]);
		expect(lines[2]).toContain('缴款期限（日）是10，应等于15　[f.pay_days]　行政处罚法第六十七条第三款');
	});

	test('a deadline into a year without a holiday list warns', async () => {
		const report = await checked({}, {}, 'enforcement-application');
		expect(report.warnings).toEqual(['2027年的放假安排没有收录，只按周末计算；以国务院办公厅的通知为准']);
	});
});

describe('values as people type them', () => {
	const text = (fields: string) => `document: penalty-decision\nfields:\n${fields}`;
	const judge = async (fields: string) =>
		JSON.parse((await callOn(check, text(fields), '--json')).out) as ReportDocument;

	test.each(['35000', '35,000', '3.5万元', '"35000"', '35000.00', '３５０００'])('an amount: %s', async (fine) => {
		expect((await judge(`  fine: ${fine}\n  fine_upper: 叁万伍仟元整\n`)).passed).toContain('DEC-10');
	});

	test('numbers keep their zeros and their last digit', async () => {
		const { passed } = await judge('  party_id: 370102198001011234\n');
		expect(passed).toContain('DEC-26');
		expect((await judge('  party_id: 037010219800101123\n')).passed).toContain('DEC-26');
	});

	test('YAML, JSON, blanks round a text and 《》 round a law make no difference', async () => {
		const cited = (law: string, article: string) =>
			judge(
				`  penalty_basis_id: aqscf-97-first\n  penalty_basis:\n    - {law: ${law}, article: ${article}, item: 3}\n`
			);
		for (const [law, article] of [
			['安全生产法', '97'],
			['《中华人民共和国安全生产法》', '第九十七条'],
			['安全生产法（2021年修正）', '"97"']
		]) {
			expect((await cited(law!, article!)).passed).toContain('DEC-12');
		}
		expect(broken(await cited('安全生产法', '98'))).toContain('DEC-12');
	});

	test('a time may be written with a blank', async () => {
		const input = 'document: interview-record\nfields:\n  start_at: 2026-06-16 09:00\n  end_at: 2026-06-16T10:00:00\n';
		expect((JSON.parse((await callOn(check, input, '--json')).out) as ReportDocument).passed).toContain('INT-05');
	});
});

describe('drafting check-file', () => {
	const judge = async (sample: Sample, ...words: string[]) => callOn(checkFile, JSON.stringify(sample), ...words);
	interface FileDocument {
		readonly documents: Record<string, ReportDocument>;
		readonly fileViolations: ReportDocument['violations'];
		readonly score: number;
		readonly grade: string;
	}
	const report = async (sample: Sample) => JSON.parse((await judge(sample, '--json')).out) as FileDocument;

	test('the clean file: every document 100, excellent', async () => {
		const { documents, fileViolations, score, grade } = await report(cleanSample());
		expect(Object.values(documents).map((one) => one.score)).toEqual(Object.keys(documents).map(() => 100));
		expect({ count: Object.keys(documents).length, fileViolations, score, grade }).toEqual({
			...{ count: 22, fileViolations: [], score: 100, grade: 'excellent' }
		});
	});

	test('seven tenths of the documents and three of the file', async () => {
		const { documents, fileViolations, score, grade } = await report(
			patched(cleanSample(), 'penalty-notice', { 'f.contact': undefined, 'f.seal': false, 'c.catalogue': false })
		);
		expect(fileViolations.map(({ rule }) => rule)).toEqual(['FILE-11']);
		const notice = documents['penalty-notice']!;
		expect(notice.violations.map(({ rule }) => rule)).toEqual(['NOT-04', 'NOT-12']);
		// In the file 64 of the 66 points that apply.
		const mean = (21 * 100 + notice.score) / 22;
		const fileRules = Math.round((1000 * 64) / 66) / 10;
		expect(score).toBe(Math.round((0.7 * mean + 0.3 * fileRules) * 10) / 10);
		expect(grade).toBe('excellent');
	});

	test('a fatal violation anywhere limits the file', async () => {
		const { documents, score, grade } = await report(
			patched(cleanSample(), 'interview-record', { 'f.certs_shown': false })
		);
		expect(documents['interview-record']).toMatchObject({ score: 59, capped: true });
		expect({ score, grade }).toEqual({ score: 59, grade: 'unqualified' });
	});

	test('a file of the summary procedure needs no ordinary documents, one that was handed over no decision', async () => {
		const { documents, case: facts } = cleanSample();
		const pick = (...kinds: string[]) => Object.fromEntries(kinds.map((kind) => [kind, documents[kind]!]));
		const light = { ...facts, legal_review_required: false, collective_required: false };
		const summary = await report({
			documents: pick('onsite-inspection-record', 'summary-penalty-decision'),
			case: light
		});
		expect(summary).toMatchObject({ fileViolations: [], score: 100 });
		const crime = { ...light, crime_suspected: true, transfer_doc_no: '（青）应急移〔2026〕1号' };
		const handedOver = await report({ documents: pick('case-filing-approval', 'investigation-report'), case: crime });
		expect(handedOver).toMatchObject({ fileViolations: [], score: 100 });
		const unfinished = await report({ documents: pick('case-filing-approval', 'investigation-report'), case: light });
		expect(unfinished.fileViolations.map(({ rule }) => rule)).toEqual(['FILE-01']);
	});

	test('an empty file is unqualified', async () => {
		expect(await report({ documents: {}, case: {} })).toMatchObject({ documents: {}, score: 0, grade: 'unqualified' });
	});

	test('people read every document by its name', async () => {
		const { out } = await judge(patched(cleanSample(), 'service-receipt', { 'f.place': '' }));
		expect(out).toMatch(/^案卷 99\.\d 分，优秀\n/);
		expect(out).toContain('送达回证　');
		expect(out).toContain('严重 SRV-01（-5）写明文书、受送达人、地点、方式、日期：没有写明送达地点　[f.place]');
		expect(out).toContain('案卷规则　100 分');
	});
});
