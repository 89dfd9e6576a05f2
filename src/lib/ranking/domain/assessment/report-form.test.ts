import { expect, test } from 'vitest';
import { type Enterable, readReportForm } from './report-form.ts';

const SUBJECTS: Enterable[] = [
	{ id: 'published', formula: { kind: 'share', part: '件按时', whole: '件应办' } },
	{ id: 'review', formula: { kind: 'mean', what: '本' } }
];
const PROOF = {
	...{ 'account/published': '公示台账逐件核对', 'document/published': '公示台账 10 月' },
	...{ 'documentOn/published': '2026-10-31', 'link/published': '', 'seen/published': '0' }
};
const read = (form: Record<string, string>) => readReportForm(SUBJECTS, form, '2026-11-02');

test('what was filled in, as numbers; what was not is left out', () => {
	const { claims, faults } = read({ ...PROOF, 'figure/published/part': ' ３ ', 'figure/published/whole': '4' });
	expect(faults).toEqual({});
	expect(claims).toMatchObject([
		{ subject: 'published', figures: { part: 3, whole: 4 }, link: null, seen: 0, documentOn: '2026-10-31' }
	]);
	expect(read({ 'seen/review': '3', 'figure/published/part': '  ' }).claims).toEqual([]);
});

test('a mean is typed with two decimals and kept in hundredths', () => {
	const form = {
		...{ 'account/review': '通报附表', 'document/review': '通报 3 号', 'documentOn/review': '2026-10-31' },
		...{ 'figure/review/mean': '86.55', 'figure/review/count': '3' }
	};
	expect(read(form).claims[0]!.figures).toEqual({ mean: 8655, count: 3 });
});

test.each<[string, Record<string, string>, string]>([
	['only one number', { 'figure/published/part': '3' }, 'figure/published/whole'],
	['more in time than due', { 'figure/published/part': '5', 'figure/published/whole': '4' }, 'figure/published/part'],
	['a word', { 'figure/published/part': '三', 'figure/published/whole': '4' }, 'figure/published/part'],
	['below zero', { 'figure/published/part': '-3', 'figure/published/whole': '4' }, 'figure/published/part'],
	['no account', { 'account/published': '无' }, 'account/published'],
	['no document', { 'document/published': '' }, 'document/published'],
	['a day of the future', { 'documentOn/published': '2026-11-03' }, 'documentOn/published'],
	['no day', { 'documentOn/published': '2026-02-30' }, 'documentOn/published'],
	['a script', { 'link/published': 'javascript:alert(1)' }, 'link/published'],
	['another host in disguise', { 'link/published': '//example.org/a' }, 'link/published'],
	['too much', { 'account/published': '数'.repeat(1001) }, 'account/published']
])('refuses %s at its field', (_, change, field) => {
	const sound = { ...PROOF, 'figure/published/part': '3', 'figure/published/whole': '4' };
	const form =
		change['figure/published/part'] && !change['figure/published/whole']
			? { ...PROOF, ...change }
			: { ...sound, ...change };
	expect(Object.keys(read(form).faults)).toEqual([field]);
});

test('all that is wrong is said at once', () => {
	const { faults } = read({ 'figure/published/part': '3', 'figure/review/mean': '101' });
	expect(Object.keys(faults).sort()).toEqual(
		['published', 'review']
			.flatMap((id) => [`account/${id}`, `document/${id}`, `documentOn/${id}`])
			.concat(['figure/published/whole', 'figure/review/mean'])
			.sort()
	);
});
