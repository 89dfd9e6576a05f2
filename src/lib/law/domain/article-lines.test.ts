import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleAnchor, linesOf } from './article-lines.ts';

const shape = (text: string) => linesOf(text).map(({ level, anchor }) => `${level}:${anchor}`);

test.each([
	['甲。', ['0:k1']],
	['甲。\n乙。', ['0:k1', '0:k2']],
	['甲：\n（一）乙；\n（二）丙。\n丁。', ['0:k1', '1:k1-x1', '1:k1-x2', '0:k2']],
	['甲：\n（三）乙：\n1.丙；\n2.丁。', ['0:k1', '1:k1-x3', '2:k1-x3-m1', '2:k1-x3-m2']],
	['甲：\n（一）乙；\n（一）丙。', ['0:k1', '1:k1-x1', '1:null']],
	['', []]
])('%j', (text, wanted) => {
	expect(shape(text)).toEqual(wanted);
});

test('the lines are the wording, sign for sign, and no anchor comes twice', () => {
	const line = fc
		.tuple(
			fc.constantFrom('', '（一）', '（二）', '(三)', '1.', '（2）', '一、'),
			fc.constantFrom('甲', '乙。', '丙：')
		)
		.map((words) => words.join(''));
	fc.assert(
		fc.property(fc.array(line, { maxLength: 24 }), (lines) => {
			const read = linesOf(lines.join('\n'));
			expect(read.map(({ text }) => text)).toEqual(lines);
			const anchors = read.flatMap(({ anchor }) => anchor ?? []);
			expect(new Set(anchors).size).toBe(anchors.length);
			for (const { level, place } of read) {
				expect(place.item === undefined).toBe(level === 0);
				expect(place.subitem !== undefined).toBe(level === 2);
			}
		})
	);
});

test('articles have an id of their own on the page of a law', () => {
	expect(['97', '134-1', 'preface', 'p3', 'annex-2'].map(articleAnchor)).toEqual([
		...['a97', 'a134-1', 'preface', 'p3', 'annex-2']
	]);
});
