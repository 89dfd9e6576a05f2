import { expect, test } from 'vitest';
import { readClaim } from './provider.ts';

test.each([
	['lin.yue', 'lin.yue'],
	[' ｌｉｎ.yue ', 'lin.yue'],
	[10086, '10086'],
	['', null],
	[undefined, null],
	[null, null],
	[true, null],
	[['lin.yue'], null],
	[{ value: 'lin.yue' }, null],
	['lin\u0000yue', null],
	['lin\u200byue', null],
	['x'.repeat(65), null]
])('the claim %j names %j', (value, account) => {
	expect(readClaim({ account: value }, 'account')).toBe(account);
});
