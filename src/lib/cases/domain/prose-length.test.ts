import { expect, test } from 'vitest';
import { countCharacters, findLengthFault } from './prose-length.ts';

test.each([
	['', 0],
	['腊月二十五，他一个人去了。', 13],
	['罚款 30000 元', 4],
	['见 GB 18218-2018。', 4],
	['“你今天是办公事？”\n\n', 10]
])('%j', (text, count) => {
	expect(countCharacters(text)).toBe(count);
});

test.each([
	[1499, '正文 1499 字，应在 1500–3500 字之间（思考题不计）'],
	[1500, null],
	[3500, null],
	[3501, '正文 3501 字，应在 1500–3500 字之间（思考题不计）']
])('%i', (count, fault) => {
	expect(findLengthFault(count)).toBe(fault);
});
