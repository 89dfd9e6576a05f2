import { describe, expect, test } from 'vitest';
import * as check from '../../src/cli/drafting-check.ts';
import * as checkFile from '../../src/cli/drafting-check-file.ts';
import { callOn } from '../support/commands.ts';

describe('malformed input', () => {
	const GOOD = `document: penalty-notice
fields:
  party_name: 恒舟木业
  proposed_fine: 35000
  seal: true
  issued_on: 2026-07-08
  penalty_kinds: [fine]
  contact: {address: 政和路8号}
  penalty_basis:
    - {law: 安全生产法, article: 97}
case:
  party: {name: 恒舟木业, last_year_income: 60000}
  other_interviews:
    - {start_at: 2026-06-16T09:00, cert_nos: [QL1]}
related_documents:
  hearing-notice: {request_days: 5}
params: {statement_days: 3}
`;

	test('the text is sound before it is spoilt', async () => {
		expect(await callOn(check, GOOD)).toMatchObject({ code: 0, err: '' });
	});

	test.each([
		['an unknown key', 'document: penalty-notice', 'document: penalty-notice\ncolour: red', 2, 'colour'],
		['an unknown kind', 'penalty-notice', 'penalty-note', 1, 'document'],
		['an unknown field', '  seal: true', '  seals: true', 5, 'fields.seals'],
		['an unknown part', '{address: 政和路8号}', '{addres: 政和路8号}', 8, 'fields.contact.addres'],
		['an unknown part of an item', 'article: 97', 'artikel: 97', 10, 'fields.penalty_basis.0.artikel'],
		['an unknown fact', 'party: {name', 'party: {nam', 12, 'case.party.nam'],
		['an unknown related document', 'hearing-notice', 'hearing-note', 16, 'related_documents.hearing-note'],
		['an unknown parameter', 'statement_days: 3', 'days: 3', 17, 'params.days'],
		['an amount that is none', '35000', '三万五', 4, 'fields.proposed_fine'],
		['an amount below nothing', '35000', '-35000', 4, 'fields.proposed_fine'],
		['a flag that is none', 'seal: true', 'seal: sealed', 5, 'fields.seal'],
		['a day that is none', '2026-07-08', '2026-02-30', 6, 'fields.issued_on'],
		['a minute that is none', 'T09:00', 'T25:00', 14, 'case.other_interviews.0.start_at'],
		[
			'a number that is none',
			'request_days: 5',
			'request_days: 五',
			16,
			'related_documents.hearing-notice.request_days'
		],
		['a list that is none', '[fine]', 'fine', 7, 'fields.penalty_kinds'],
		['a text that is a list', 'party_name: 恒舟木业', 'party_name: [恒舟木业]', 3, 'fields.party_name'],
		['a group that is none', '{address: 政和路8号}', '政和路8号', 8, 'fields.contact'],
		['an item that is none', '{law: 安全生产法, article: 97}', '安全生产法第97条', 10, 'fields.penalty_basis.0'],
		['a parameter that is none', 'statement_days: 3', 'statement_days: three', 17, 'params.statement_days'],
		[
			'a place that is not there',
			'document: penalty-notice',
			'document: penalty-notice\njurisdiction: moon',
			2,
			'jurisdiction'
		],
		['a key twice', '  seal: true', '  seal: true\n  seal: false', 6, 'yaml'],
		['an alias of nothing', 'seal: true', 'seal: *stamp', 0, 'yaml']
	])('%s', async (_, passage, replacement, line, field) => {
		expect(GOOD).toContain(passage);
		const { code, out, err } = await callOn(check, GOOD.replace(passage, replacement), '--json');
		expect({ code, out }).toEqual({ code: 2, out: '' });
		const places = err
			.trim()
			.split('\n')
			.map((one) => one.split(': ')[0]);
		expect(places).toContain(`input.yaml:${line === 0 ? places[0]!.split(':')[1] : line}:${field}`);
	});

	test.each([
		['nothing', ''],
		['a text', 'penalty-notice'],
		['a list', '- document: penalty-notice'],
		['no document', 'fields: {}'],
		['no fields', 'document: penalty-notice'],
		['no YAML', 'document: "penalty'],
		['two documents', 'document: penalty-notice\nfields: {}\n---\nfields: {}']
	])('%s is refused', async (_, text) => {
		const { code, out, err } = await callOn(check, text, '--json');
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^input\.yaml:\d+:/);
	});

	test('every fault is told, and a file of many documents names the place', async () => {
		const text = 'documents:\n  penalty-notice: {fine: 1, seal: maybe}\n  wax-note: {}\nfolder: 1\n';
		const { code, err } = await callOn(checkFile, text);
		expect(code).toBe(2);
		expect(
			err
				.trim()
				.split('\n')
				.map((one) => one.split(': ')[0])
				.sort()
		).toEqual([
			'input.yaml:2:documents.penalty-notice.fine',
			'input.yaml:2:documents.penalty-notice.seal',
			'input.yaml:3:documents.wax-note',
			'input.yaml:4:folder'
		]);
	});

	test('a file that is not there', async () => {
		const { run } = check;
		await expect(
			run({ values: {}, positionals: ['/nowhere.yaml'] }, { out() {}, err() {}, json() {} })
		).rejects.toThrow('读不到');
		await expect(run({ values: {}, positionals: [] }, { out() {}, err() {}, json() {} })).rejects.toThrow(
			'要写一个文件'
		);
	});
});
