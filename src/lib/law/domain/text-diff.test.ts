import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts, likeness, nearestArticle } from './text-diff.ts';

const marked = (before: string, after: string) =>
	diffTexts(before, after)
		.map(({ text, change }) => (change === 'same' ? text : change === 'added' ? `{+${text}+}` : `{-${text}-}`))
		.join('');

test.each([
	['处五万元以上十万元以下的罚款', '处五万元以上二十万元以下的罚款', '二'],
	['责令限期改正', '责令立即改正', '立即'],
	['应当每月检查一次', '应当检查一次', '每月'],
	['甲乙', '', '甲乙']
])('%s → %s shows %s', (before, after, shown) => {
	expect(marked(before, after)).toMatch(new RegExp(`[{][+-][^}]*${shown}[^}]*[+-][}]`));
});

test('the same text is one part', () => {
	expect(diffTexts('责令限期改正。', '责令限期改正。')).toEqual([{ text: '责令限期改正。', change: 'same' }]);
	expect(diffTexts('', '')).toEqual([]);
});

test('both texts can be read off the parts, whatever they are', () => {
	const words = fc.array(fc.constantFrom('责令', '改正', '处', '五万元', '以上', '，', '\n', '罚款', 'A1', '𠮷'));
	fc.assert(
		fc.property(words, words, (left, right) => {
			const [before, after] = [left.join(''), right.join('')];
			const parts = diffTexts(before, after);
			const read = (without: string) =>
				parts
					.filter(({ change }) => change !== without)
					.map(({ text }) => text)
					.join('');
			expect(read('added')).toBe(before);
			expect(read('removed')).toBe(after);
			expect(parts.every(({ text }) => text !== '')).toBe(true);
		})
	);
});

describe('an article under another number', () => {
	const articles = [
		{ article: '12', text: '单位应当建立台账，逐项登记出入库的数量和流向。' },
		{ article: '13', text: '负责人应当每季度组织一次演练。' },
		{ article: '14', text: '未按规定演练的，责令改正，可以处罚款。' }
	];
	test('is found by what it says', () => {
		expect(nearestArticle('单位应当建立台账，登记出入库数量和流向。', articles)).toBe('12');
		expect(nearestArticle('负责人应当每半年组织一次演练。', articles)).toBe('13');
	});
	test('and nothing is guessed where nothing is like it', () => {
		expect(nearestArticle('本条例所称危化品，是指有毒物质。', articles)).toBeNull();
		expect(nearestArticle('', articles)).toBeNull();
		expect(nearestArticle('任何文字', [])).toBeNull();
	});
	test('likeness is 1 for the same text, 0 for nothing in common, and the same both ways', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 2 }), fc.string({ minLength: 2 }), (left, right) => {
				expect(likeness(left, right)).toBe(likeness(right, left));
				expect(likeness(left, right)).toBeLessThanOrEqual(1);
			})
		);
		expect(likeness('责令改正', '责令改正')).toBe(1);
		expect(likeness('责令改正', '每年一次')).toBe(0);
	});
});
