import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directHit } from './direct-hit.ts';
import { excerptOf } from './excerpt.ts';
import { buildLexicon, translate } from './lexicon.ts';
import { TermCodes, eachTerm } from './term-codes.ts';

const KNOWN = new Set(['安全生产法', '刑法', '民法典', '测试条例(试行)']);

describe('a named article', () => {
	test.each([
		['安全生产法97条', '安全生产法', '97'],
		['《中华人民共和国安全生产法》第九十七条', '安全生产法', '97'],
		['《刑法》第一百三十四条之一', '刑法', '134-1'],
		['民法典1079', '民法典', '1079'],
		['民法典 第一千零七十九条 怎么理解', '民法典', '1079'],
		['请问刑法第１３４条之一', '刑法', '134-1'],
		['刑法134-1', '刑法', '134-1'],
		['测试条例（试行）第3条', '测试条例(试行)', '3']
	])('%s', (question, key, article) => {
		expect(directHit(question, (one) => KNOWN.has(one))).toEqual({ key, article });
	});
	test.each(['罚款多少钱', '第97条', '不存在的法第3条', '安全生产法', '扣满12分', '1079', ''])(
		'not: %s',
		(question) => {
			expect(directHit(question, (one) => KNOWN.has(one))).toBeNull();
		}
	);
	test('no text breaks it', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void directHit(text, (one) => KNOWN.has(one))));
	});
});

test('at each place the longest everyday word counts, however often it is said', () => {
	const lexicon = buildLexicon([
		{ say: ['消防'], law: ['甲'] },
		{ say: ['消防通道'], law: ['乙'] },
		{ say: ['KTV'], law: ['丙'] }
	]);
	expect(translate('消防通道堵了，ktv，KTV', lexicon)).toEqual([['乙'], ['丙']]);
	expect(translate('消防', lexicon)).toEqual([['甲']]);
});

test('a term and its code belong together, and both ways of reading give the same terms', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^[一丁七万丈三上下ab1 ，㐀鿿]{0,30}$/), (text) => {
			const codes = new TermCodes();
			const sorted = [...codes.sorted(text).codes].map((code) => codes.textOf(code));
			const seen: string[] = [];
			eachTerm(text, (term) => seen.push(term));
			expect(sorted.sort()).toEqual(seen.sort());
		})
	);
});

describe('an excerpt', () => {
	const text = `${'甲'.repeat(50)}起火时切断电源${'乙'.repeat(50)}`;
	const terms = new Map([
		['起火', 6],
		['电源', 5],
		['时切', 0.2]
	]);
	test('shows where the words are and marks them', () => {
		const { parts } = excerptOf(text, terms, 20);
		expect(parts.filter(({ marked }) => marked).map((part) => part.text)).toEqual(['起火', '电源']);
		expect([parts[0]!.text, parts.at(-1)!.text]).toEqual(['…', '…']);
	});
	test('is the text itself when that is short, and nothing is ever lost or added inside', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (any, length) => {
				const joined = excerptOf(any, terms, length)
					.parts.map((part) => part.text)
					.join('');
				const line = any.replace(/\s+/g, ' ').trim();
				expect(line).toContain(line.length <= length ? joined : joined.replace(/^…/, '').replace(/…$/, ''));
			})
		);
	});
});
