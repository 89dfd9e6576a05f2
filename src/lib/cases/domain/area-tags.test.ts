import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AREAS, type Area } from '#lib/shared/piece.ts';
import { takeAreaTags, untaggedAreas } from './area-tags.ts';

test.each<[string, readonly Area[], string]>([
	['秦朗推门进去了。', [], '秦朗推门进去了。'],
	['【调查程序】秦朗推门进去了。', ['procedure'], '秦朗推门进去了。'],
	['【调查程序】【案件证据】 秦朗推门进去了。', ['procedure', 'evidence'], '秦朗推门进去了。'],
	['他说【调查程序】没有问题。', [], '他说【调查程序】没有问题。']
])('%s', (paragraph, areas, text) => {
	expect(takeAreaTags(paragraph)).toEqual({ areas, text, fault: null });
});

test.each([
	['【程序】推门。', '没有“程序”这个标签，可用：违法事实、调查程序、案件证据、法律适用、自由裁量'],
	['【调查程序】【调查程序】推门。', '同一个标签写了两次'],
	['【违法事实】【调查程序】【案件证据】推门。', '一段至多 2 个标签']
])('%s is refused', (paragraph, fault) => {
	expect(takeAreaTags(paragraph).fault).toBe(fault);
});

test('tags never change the words behind them', () => {
	const tags = fc.uniqueArray(fc.constantFrom(...(Object.keys(AREAS) as Area[])), { maxLength: 2 });
	fc.assert(
		fc.property(tags, fc.string(), (areas, words) => {
			const text = `他${words}`;
			const written = areas.map((area) => `【${AREAS[area]}】`).join('') + text;
			expect(takeAreaTags(written)).toEqual({ areas, text, fault: null });
		})
	);
});

test('an area of the case that no paragraph shows is named', () => {
	expect(untaggedAreas(['facts', 'law'], ['law', 'discretion'])).toEqual(['facts']);
});
