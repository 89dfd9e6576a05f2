import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, matchArticles } from './match-articles.ts';

const LEDGER = '单位应当建立台账，逐项登记出入库的数量和流向。';
const DRILL = '负责人应当每季度组织一次演练，并且记录演练的情况。';
const FINE = '未按规定组织演练的，责令限期改正，可以处二万元以下的罚款。';
const CLOSING = '本办法自明年起施行。';

const wording = (texts: Readonly<Record<string, string>>) =>
	Object.entries(texts).map(([article, text]) => ({ article: article.slice(1), text }));
/** `3<2 moved`: article 3 of the new text is article 2 of the old one. Keys carry a letter, so that they keep their order. */
const read = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
	matchArticles(wording(before), wording(after)).map(
		(one) => `${one.after?.article ?? '–'}<${one.before?.article ?? '–'} ${changeOf(one)}`
	);

describe('articles of two versions', () => {
	test('that read the same under the same number are the same, blanks or not', () => {
		expect(read({ a1: LEDGER, a2: DRILL }, { a1: LEDGER, a2: DRILL.replace('，', '，\n ') })).toEqual([
			...['1<1 same', '2<2 same']
		]);
	});
	test('an inserted article moves what follows', () => {
		expect(read({ a1: LEDGER, a2: DRILL, a3: CLOSING }, { a1: LEDGER, a2: FINE, a3: DRILL, a4: CLOSING })).toEqual([
			...['1<1 same', '2<– new', '3<2 moved', '4<3 moved']
		]);
	});
	test('a changed article is found under its new number', () => {
		expect(read({ a1: LEDGER, a2: DRILL }, { a1: FINE, a2: LEDGER, a3: DRILL.replace('每季度', '每半年') })).toEqual([
			...['1<– new', '2<1 moved', '3<2 changed']
		]);
	});
	test('what is gone stands where it stood', () => {
		expect(read({ a1: LEDGER, a2: DRILL, a3: CLOSING }, { a1: LEDGER, a2: CLOSING })).toEqual([
			...['1<1 same', '–<2 dropped', '2<3 moved']
		]);
		expect(read({ a1: LEDGER, a2: DRILL }, { a1: DRILL })).toEqual(['–<1 dropped', '1<2 moved']);
	});
	test('an article that says something else under its number is new, the old one is dropped', () => {
		expect(read({ a1: LEDGER }, { a1: CLOSING })).toEqual(['–<1 dropped', '1<– new']);
	});
	test('an article that kept its number and a little of its wording is the same article', () => {
		const rewritten = '单位应当建立台账，并由专人保管，保管的期限不少于三年，期满后经负责人批准方可销毁。';
		expect(read({ a1: LEDGER }, { a1: rewritten })).toEqual(['1<1 changed']);
	});
	test('of several with the same wording the number decides', () => {
		expect(read({ a1: CLOSING, a2: LEDGER, a3: CLOSING }, { a2: LEDGER, a3: CLOSING })).toEqual([
			...['–<1 dropped', '2<2 same', '3<3 same']
		]);
	});
	test('nothing beside something', () => {
		expect(read({}, { a1: LEDGER })).toEqual(['1<– new']);
		expect(read({ a1: LEDGER }, {})).toEqual(['–<1 dropped']);
	});
});

test('every article of both texts comes exactly once, the new ones in order', () => {
	const words = fc.array(fc.constantFrom('责令', '改正', '罚款', '演练', '台账', '应当', '单位', '登记'), {
		maxLength: 8
	});
	const texts = fc
		.array(words, { maxLength: 12 })
		.map((list) => list.map((one, index) => ({ article: `${index + 1}`, text: one.join('') })));
	fc.assert(
		fc.property(texts, texts, (before, after) => {
			const matches = matchArticles(before, after);
			expect(matches.flatMap((one) => one.after ?? [])).toEqual(after);
			const old = matches.flatMap((one) => one.before?.article ?? []);
			expect([...old].sort()).toEqual(before.map(({ article }) => article).sort());
		})
	);
	fc.assert(
		fc.property(texts, (text) => {
			expect(matchArticles(text, text).every((one) => changeOf(one) === 'same')).toBe(true);
		})
	);
});
