import { describe, expect, test } from 'vitest';
import type { Values } from '#lib/drafting/domain/path.ts';
import { type Block, BLANK_LINE, layOut } from '#lib/drafting/domain/paper.ts';
import { sayCitation, sayTime } from '#lib/drafting/domain/say-value.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { readDrafting } from '#lib/drafting/server/use-cases/rule-book.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { cleanSample } from '../support/break-rules.ts';

const book = bookOf(readDrafting(projectRoot()), 'default')!;
const { documents, case: facts } = cleanSample();
const kinds = [...book.documents.keys()];

const lay = (id: string, fields: Values = documents[id]!) =>
	layOut({ kind: book.documents.get(id)!, fields, case: facts }, book);

function wordsOf(block: Block): string[] {
	switch (block.kind) {
		case 'rows':
			return block.rows.flatMap(({ label, value }) => [label, value]);
		case 'signatures':
			return [...block.rows.flatMap(({ label, value }) => [label, value]), block.note];
		case 'table':
			return [...block.head, ...block.rows.flat()];
		case 'list':
			return [...block.items];
		default:
			return [block.text];
	}
}
const allWords = (id: string, fields?: Values) => {
	const { title, number, to, blocks, closing } = lay(id, fields);
	return [title, number ?? '', to ?? '', ...blocks.flatMap(wordsOf), closing?.authority ?? '', closing?.date ?? ''];
};

describe('every kind of document on paper', () => {
	test.each(kinds)('%s: no key, no ISO day and nothing undefined reaches paper', (id) => {
		const words = allWords(id).join('\n');
		expect(words).not.toMatch(/undefined|null|NaN|\[object|true|false|\d{4}-\d{2}-\d{2}|[a-z]+-[a-z]+/);
		expect(words).toContain(book.documents.get(id)!.title);
	});

	test.each(kinds)('%s: an empty draft is an empty form', (id) => {
		const sheet = lay(id, {});
		expect(allWords(id, {}).join('')).not.toMatch(/undefined|null/);
		if (sheet.number !== null) expect(sheet.number).toBe(BLANK_LINE);
		if (sheet.closing?.isSealed !== null) expect(sheet.closing?.isSealed ?? false).toBe(false);
	});

	test.each(kinds)('%s: whatever is written in a long text or a name is on paper', (id) => {
		const { shape } = book.documents.get(id)!;
		const { internal } = book.layouts.get(id)!;
		const texts = Object.entries(shape.parts).filter(
			([key, part]) => !internal.includes(key) && part.shape.kind === 'scalar' && part.shape.scalar === 'text'
		);
		for (const [key] of texts) {
			const words = allWords(id, { ...documents[id], [key]: '鹭岛灯塔' }).join('\n');
			expect(words, key).toContain('鹭岛灯塔');
		}
	});
});

test('a decision in full', () => {
	const sheet = lay('penalty-decision');
	expect(sheet).toMatchObject({ authority: '青岚区应急管理局', number: '（青）应急罚〔2026〕12号', to: null });
	expect(sheet.closing).toEqual({ authority: '青岚区应急管理局', date: '2026年8月5日', isSealed: true });
	const words = allWords('penalty-decision').join('\n');
	expect(words).toContain('罚款数额为人民币叁万伍仟元整（￥35000元）。');
	expect(words).toContain('60日内向青岚区人民政府申请行政复议；也可以在6个月内依法向青岚区人民法院提起行政诉讼');
});

test('a sentence that hangs on a flag stands only when it is true', () => {
	const shown = '检查人员向被检查单位出示了执法证件。';
	expect(allWords('onsite-inspection-record')).toContain(shown);
	const fields = { ...documents['onsite-inspection-record'], certs_shown: false };
	expect(allWords('onsite-inspection-record', fields)).not.toContain(shown);
});

test('paragraphs follow the lines of a text', () => {
	const { blocks } = lay('penalty-decision', { facts: '一行。\n\n二行。\n' });
	const own = blocks.filter((block) => block.kind === 'paragraph' && block.field === 'f.facts');
	expect(own.map((block) => wordsOf(block)[0])).toEqual(['一行。', '二行。']);
});

test.each([
	[{ law: '安全生产法', article: '97', paragraph: '1', item: '3' }, '《安全生产法》第九十七条第一款第（三）项'],
	[{ law: '《安全生产法》', article: '第九十七条' }, '《安全生产法》第九十七条'],
	[{ law: '安全生产法', article: '九十七', item: '（三）' }, '《安全生产法》第九十七条第（三）项'],
	[{ law: '安全生产法', article: '附则' }, '《安全生产法》附则'],
	[{ article: '97' }, '第九十七条'],
	[{ law: '安全生产法', article: '134-1' }, '《安全生产法》第一百三十四条之一'],
	[{ law: '安全生产法', article: '99999' }, '《安全生产法》99999'],
	[{}, '']
])('%j', (citation, said) => {
	expect(sayCitation(citation)).toBe(said);
});

test('days and minutes', () => {
	expect(['2026-06-10', '2026-06-10T09:05', '明天'].map(sayTime)).toEqual([
		...['2026年6月10日', '2026年6月10日9时05分', '明天']
	]);
});
