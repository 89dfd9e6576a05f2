import { expect, test } from 'vitest';
import { placeBlocks } from './place-blocks.ts';

const SOURCE = '## 案情 · 老街\n\n【违法事实】秦朗站在街对面，看了很久。\n\n看见的是[第五条](law:a/5)写的。\n\n结束。';

test('paragraphs are found behind their markup, in order', () => {
	const places = placeBlocks(SOURCE, ['案情 · 老街', '秦朗站在街对面，看了很久。', '看见的是第五条', '结束。']);
	expect(places.map((at) => SOURCE.slice(at, at + 2))).toEqual(['案情', '秦朗', '看见', '结束']);
});

test('what is not found stays where the one before stands, and nothing goes back', () => {
	const places = placeBlocks(SOURCE, ['结束。', '没有这一段', '案情']);
	expect(places).toEqual([SOURCE.indexOf('结束'), SOURCE.indexOf('结束'), SOURCE.indexOf('结束')]);
});
