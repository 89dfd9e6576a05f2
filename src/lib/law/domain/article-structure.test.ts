import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { structureOf } from './article-structure.ts';

/** `1:[1:[1,2],2]` = first paragraph with two items, the first with two sub-items. */
const shape = (text: string) =>
	structureOf(text)
		.map(({ number, items }) => {
			const list = items.map(
				(item) => item.number + (item.subItems.length > 0 ? `:[${item.subItems.map((one) => one.number).join()}]` : '')
			);
			return number + (list.length > 0 ? `:[${list.join()}]` : '');
		})
		.join(' ');

test.each([
	['甲。', '1'],
	['甲。\n乙。', '1 2'],
	['甲：\n（一）乙；\n（二）丙。', '1:[1,2]'],
	['甲：\n（一）乙；\n（二）丙。\n丁。', '1:[1,2] 2'],
	['甲。\n乙：\n（一）丙；\n(二)丁。', '1 2:[1,2]'],
	['甲：\n（一）乙：\n1.丙；\n２．丁；\n（二）戊。', '1:[1:[1,2],2]'],
	['甲：\n（一）乙：\n（1）丙；\n（2）丁。', '1:[1:[1,2]]'],
	['甲：\n1.乙；\n2.丙。\n丁。', '1:[1,2] 2'],
	['甲：\n（十）乙；\n（十一）丙；\n（二十）丁。', '1:[10,11,20]'],
	['（一）甲。', '1'],
	['', '']
])('%j', (text, wanted) => {
	expect(shape(text)).toBe(wanted);
});

test('no wording is lost, whatever the lines are', () => {
	const line = fc
		.tuple(fc.constantFrom('', '（一）', '1.', '（2）', '一、'), fc.constantFrom('甲', '乙。', '丙：'))
		.map(([a, b]) => a + b);
	fc.assert(
		fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
			const texts = structureOf(lines.join('\n')).flatMap(({ text, items }) => [
				text,
				...items.flatMap((item) => [item.text, ...item.subItems.map((one) => one.text)])
			]);
			expect(texts).toHaveLength(lines.length);
			lines.forEach((written, index) => expect(written.endsWith(texts[index]!)).toBe(true));
		})
	);
});
