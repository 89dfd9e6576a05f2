import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { directHit } from './direct-hit.ts';
import { excerptOf, piecesOf } from './excerpt.ts';
import { buildLexicon, translate } from './lexicon.ts';
import { TermCodes, eachTerm } from './term-codes.ts';
import { wordsToMark } from './words-to-mark.ts';

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

describe('what a question says', () => {
	const lexicon = buildLexicon([
		{ say: ['消防'], law: ['甲'] },
		{ say: ['消防通道'], law: ['乙'] },
		{ say: ['KTV'], law: ['丙'] },
		{ say: ['道堵了'], law: ['丁'] },
		{ say: ['欠工资'], law: ['戊'] }
	]);
	const meanings = (text: string) => translate(text, lexicon).map(({ law, weight }) => [law.join(), weight]);
	test.each<[string, string, [string, number][]]>([
		['the longest word at each place', '消防通道', [['乙', 1]]],
		['a short one alone', '消防', [['甲', 1]]],
		['once, however often it is said', 'ktv，KTV，ＫＴＶ', [['丙', 1]]],
		[
			'words that overlap',
			'消防通道堵了',
			[
				['乙', 1],
				['丁', 1]
			]
		],
		['a word with others between', '欠了我工资', [['戊', 0.7]]],
		['as it stands rather than stretched', '欠工资，欠我工资', [['戊', 1]]],
		['nothing when too much stands between', '欠了我三个多月的工资', []],
		['nothing across sentences', '欠他。工资', []],
		['nothing in another order', '工资欠', []]
	])('%s', (_, text, expected) => expect(meanings(text)).toEqual(expected));
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

const worthOf = (term: string) => ({ 起火: 6, 电源: 5, 时切: 0.2, 特种: 4, 种作: 4, 作业: 4, a区: 3 })[term] ?? 0;

describe('words to be marked', () => {
	const lexicon = buildLexicon([{ say: ['电工'], law: ['特种作业', '电工'] }]);
	const marked = (question: string) => wordsToMark(question, translate(question, lexicon), worthOf);
	test('are whole words of the question and of what it means, as heavy as their heaviest pair', () => {
		expect([...marked('起火时切断电源')]).toEqual([
			['起火', 6],
			['电源', 5]
		]);
		// Of a legal word the whole and the words in it: the law may say only half of it.
		expect([...marked('电工').keys()]).toEqual(['特种作业', '作业']);
	});
	test('are none where nothing is rare', () => expect(marked('怎么办理').size).toBe(0));
});

describe('an excerpt', () => {
	const text = `${'甲'.repeat(50)}起火时切断电源${'乙'.repeat(50)}`;
	const words = new Map([
		['起火', 6],
		['电源', 5]
	]);
	test('shows where the words are and marks them', () => {
		const excerpt = excerptOf(text, words, 20);
		const [before, first, between, second, after] = piecesOf(excerpt);
		expect([first, between, second]).toEqual(['起火', '时切断', '电源']);
		expect([before![0], after!.at(-1)]).toEqual(['…', '…']);
	});
	test('marks neighbours as one, at the edges too', () => {
		const both = new Map([...words, ['火时', 1]]);
		expect(piecesOf(excerptOf('起火时切断电源', both, 20))).toEqual(['', '起火时', '切断', '电源', '']);
	});
	test('takes full-width letters for half-width ones and marks nothing where that moves places', () => {
		expect(piecesOf(excerptOf('在Ａ区', new Map([['a区', 3]]), 20))).toEqual(['在', 'Ａ区', '']);
		expect(excerptOf('㎏起火', words, 20).marks).toEqual([]);
	});
	test('is the text itself when that is short, and nothing is ever lost or added inside', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (any, length) => {
				const excerpt = excerptOf(any, words, length);
				const joined = piecesOf(excerpt).join('');
				expect(joined).toBe(excerpt.text);
				const line = any.replace(/\s+/g, ' ').trim();
				expect(line).toContain(line.length <= length ? joined : joined.replace(/^…/, '').replace(/…$/, ''));
			})
		);
	});
});
