import { expect, test } from 'vitest';
import type { Clock } from '../../domain/hearing/clock.ts';
import { clockFigure, clockWord } from './clock-words.ts';

const clock = (leftMs: number | null, more: Partial<Clock> = {}): Clock => ({
	...{ usedMs: 61_000, limitMs: leftMs === null ? null : 180_000, leftMs, isRunning: true, isWarning: false },
	...{ isOver: leftMs !== null && leftMs < 0, ...more }
});

test.each([
	['three minutes', clock(180_000), '3:00', '剩余'],
	['a part of a second is a second still', clock(59_100), '1:00', '剩余'],
	['the last seconds', clock(9_000, { isWarning: true }), '0:09', '即将到时'],
	['nothing left', clock(0), '0:00', '剩余'],
	['beyond', clock(-11_200), '+0:12', '超时'],
	['without a limit', clock(null), '1:01', '计时'],
	['standing', clock(120_000, { isRunning: false }), '2:00', '停表']
])('%s', (_, one, figure, word) => {
	expect([clockFigure(one), clockWord(one, false)]).toEqual([figure, word]);
});

test('a pause is said, unless the time is over', () => {
	expect(clockWord(clock(1000, { isRunning: false }), true)).toBe('暂停');
	expect(clockWord(clock(-1000, { isRunning: false }), true)).toBe('超时');
});
