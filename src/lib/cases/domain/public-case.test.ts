import { expect, test } from 'vitest';
import { formatMonth, noteForPublic } from './public-case.ts';

test.each([
	['2026-03', '2026年3月'],
	['2025-12', '2025年12月']
])('%s is written %s', (month, words) => {
	expect(formatMonth(month)).toBe(words);
});

const change = '《甲条例》（2013年12月7日版）自2026年5月1日起由《乙法》取代';
test.each([
	['open', '', /已经变动：《甲条例》.*按2026年4月1日的规定写成，正在复核/],
	['released', '要求没有变', /后来变动：.*复核意见：要求没有变$/]
] as const)('a change of law that is %s is told to the public', (standing, reason, words) => {
	expect(noteForPublic({ standing, change, reason }, '2026-04-01')).toMatch(words);
});

test('what legal review took out has no note, for it is not shown', () => {
	expect(noteForPublic({ standing: 'retired', change, reason: '会误导' }, '2026-04-01')).toBeNull();
});
