import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Example } from './citation-examples/example.ts';
import { LISTS } from './citation-examples/lists.ts';
import { NEGATIVES } from './citation-examples/negatives.ts';
import { NUMERALS } from './citation-examples/numerals.ts';
import { PLAIN } from './citation-examples/plain.ts';
import { INSIDE, PRONOUNS } from './citation-examples/pronouns.ts';
import { TITLES } from './citation-examples/titles.ts';
import { type FoundCitation, findCitations } from './citation-grammar.ts';
import { formatCitation } from './format-citation.ts';
import { openTitleBook } from './well-known-laws.ts';

const held = (id: string, title: string, ...shortTitles: string[]) => ({ id, title, shortTitles });
const BOOK = openTitleBook([
	held('work-safety', '中华人民共和国安全生产法', '安全生产法'),
	held('penalty', '中华人民共和国行政处罚法'),
	held('compulsion', '中华人民共和国行政强制法'),
	held('reconsideration-rules', '中华人民共和国行政复议法实施条例'),
	held('criminal', '中华人民共和国刑法', '刑法'),
	held('fire', '中华人民共和国消防法'),
	held('mines', '中华人民共和国矿山安全法'),
	held('litigation', '中华人民共和国行政诉讼法', '行诉法'),
	held('interpretation', '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释', '行诉法解释', '行政诉讼法解释'),
	held('evidence', '最高人民法院关于行政诉讼证据若干问题的规定', '证据规定'),
	held('emergency', '生产安全事故应急条例', '应急条例'),
	held('accidents', '生产安全事故报告和调查处理条例', '493号令'),
	held('chemicals', '危险化学品安全管理条例', '危化条例'),
	held('chemicals-law', '中华人民共和国危险化学品安全法'),
	held('coal', '煤矿安全生产条例'),
	held('measures', '安全生产违法行为行政处罚办法')
]);

const show = ({ titleKey, article, sub, paragraph, item, subitem, edition }: FoundCitation) =>
	`${titleKey} ${article}${sub ? `-${sub}` : ''}${paragraph ? `/${paragraph}` : ''}${item ? `:${item}` : ''}` +
	`${subitem ? `.${subitem}` : ''}${edition ? ` ${edition}` : ''}`;
const places = (one: FoundCitation) => show({ ...one, titleKey: '', edition: 0 });
const showAll = (list: readonly FoundCitation[]) => list.map(show).join('; ');

const ALL = [...PLAIN, ...NUMERALS, ...LISTS, ...PRONOUNS, ...TITLES, ...NEGATIVES];

test('the tables are as long as they are meant to be', () => {
	expect(new Set(ALL.map(([text]) => text)).size).toBe(ALL.length);
	expect(ALL.length).toBeGreaterThanOrEqual(300);
	expect(NEGATIVES.length).toBeGreaterThanOrEqual(60);
});

const TABLES: Record<string, readonly Example[]> = { PLAIN, NUMERALS, LISTS, PRONOUNS, TITLES, NEGATIVES };
describe.each(Object.entries(TABLES))('%s', (_, table) => {
	test.each(table)('%j: %s', (text, found) => {
		expect(showAll(findCitations(text, BOOK))).toBe(found);
	});
});

describe('inside a law', () => {
	const around = { title: '中华人民共和国安全生产法', law: 'work-safety', article: 97, paragraph: 2 };
	test.each(INSIDE)('%j: %s', (text, found) => {
		expect(showAll(findCitations(text, BOOK, around))).toBe(found);
	});
});

describe('whatever the text', () => {
	const pieces = fc.constantFrom(
		...ALL.map(([text]) => text),
		...'第 条 款 项 目 之 一 二 十 百 千 零 97 （ ） 《 》 〈 、 至 和 - 该法 同条 前款 本条 \n'.split(' '),
		...['中华人民共和国', '安全生产法', '合同', '😀', '𠀀', '\u0000', '9'.repeat(20)]
	);
	const texts = fc.oneof(
		fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.constantFrom(...'第条款项目之一二十百零97（）《》、至法安全生产 \n') })
	);

	test('nothing is thrown, and each offset leads back to its words', () => {
		fc.assert(
			fc.property(texts, (text) => {
				let before = -1;
				for (const { start, end, text: words, isImplied, article } of findCitations(text, BOOK)) {
					expect(text.slice(start, end)).toBe(words);
					expect(words).not.toBe('');
					expect(article).toBeGreaterThan(0);
					if (!isImplied) expect(start).toBeGreaterThanOrEqual(before);
					before = start;
				}
			}),
			{ numRuns: 2000 }
		);
	});

	test('no two citations overlap, but for what a range implies', () => {
		fc.assert(
			fc.property(texts, (text) => {
				const written = findCitations(text, BOOK).filter(({ isImplied }) => !isImplied);
				for (const [place, { start }] of written.entries()) {
					expect(start).toBeGreaterThanOrEqual(written[place - 1]?.end ?? 0);
				}
			}),
			{ numRuns: 1000 }
		);
	});

	test('the standard form means the same again, and stays as it is', () => {
		fc.assert(
			fc.property(texts, (text) => {
				for (const one of findCitations(text, BOOK)) {
					const standard = formatCitation(one.title, one);
					const again = findCitations(standard, BOOK);
					// A name that only the text explains (以下简称) may mean nothing elsewhere.
					if (again.length === 0) continue;
					expect(again).toHaveLength(1);
					expect(places(again[0]!)).toBe(places(one));
					expect(formatCitation(again[0]!.title, again[0]!)).toBe(standard);
				}
			}),
			{ numRuns: 2000 }
		);
	});

	test.each(['〈〈安全生产法第九十七条、第九十八条', '《《安全生产法第九十七条', '《〈安全生产法》第九十七条'])(
		'%s: a sign opened twice is no part of the title',
		(text) => {
			expect(findCitations(text, BOOK)[0]?.title).toBe('安全生产法');
		}
	);

	test('the standard form of every example is read back', () => {
		const known = (one: FoundCitation) => BOOK.get(one.title) !== null;
		const cited = ALL.flatMap(([text]) => findCitations(text, BOOK)).filter(known);
		expect(cited.length).toBeGreaterThan(250);
		for (const one of cited) {
			const [again, ...more] = findCitations(formatCitation(one.title, one), BOOK);
			expect(more).toEqual([]);
			expect(show({ ...again!, edition: one.edition! })).toBe(show(one));
		}
	});
});

describe('words of a range', () => {
	test('both ends keep their own words, what lies between has the whole range', () => {
		const [first, middle, last] = findCitations('依安全生产法第三十条至第三十二条办理', BOOK);
		expect([first!.text, first!.isImplied]).toEqual(['安全生产法第三十条', false]);
		expect([middle!.text, middle!.isImplied]).toEqual(['安全生产法第三十条至第三十二条', true]);
		expect([last!.text, last!.isImplied]).toEqual(['第三十二条', false]);
		for (const one of [first, middle, last]) expect(one!.range).toEqual({ unit: '条', from: 30, to: 32 });
	});
});

describe('long texts take a time that grows with their length', () => {
	const LENGTH = 200_000;
	const worst = [
		'第',
		'《',
		'》',
		'《安全生产法》',
		'第一',
		'第1、',
		'第1-',
		'（',
		'安',
		'安全生产法（',
		'最高人民法院',
		'该法',
		' ',
		'\n第',
		'条',
		'一'
	];
	// Anything worse than linear takes minutes at this length and runs into the limit of the test.
	test.each([...worst, ALL.map(([text]) => text).join('。')])('%j repeated', (piece) => {
		const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
		const found = findCitations(text, BOOK);
		expect(found.every(({ start, end }) => start >= 0 && end <= LENGTH)).toBe(true);
	});
});
