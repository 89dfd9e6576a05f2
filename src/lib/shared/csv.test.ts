import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test.each([
	['plain', '青岚', '青岚'],
	['a comma', '甲,乙', '"甲,乙"'],
	['quotes', '说"是"', '"说""是"""'],
	['a line break', '甲\n乙', '"甲\n乙"'],
	['what a spreadsheet would compute', '=1+1', "'=1+1"],
	['a minus', '-0.12', "'-0.12"]
])('%s', (_, value, written) => expect(csvOf([[value]])).toBe(`\ufeff${written}\r\n`));

test('rows and columns', () => {
	expect(
		csvOf([
			['名称', '分'],
			['甲', '1']
		])
	).toBe('\ufeff名称,分\r\n甲,1\r\n');
});
