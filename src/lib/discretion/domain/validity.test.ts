import { expect, test } from 'vitest';
import type { Supersession } from './frame.ts';
import { validityOn } from './validity.ts';

const REPLACED: Supersession = {
	...{ law: 'old', title: '旧条例', replacedBy: '新法', replacement: 'new', effective: '2026-05-01' },
	...{ source: '新闻', rule: '新法未核' }
};
const penalty = { law: 'old', article: '78', version: '2013-12-07' };
const OLD = { penalty, valid: { from: '2011-12-01', to: '2026-04-30' }, validityNote: null };
const OPEN = {
	penalty: { ...penalty, law: 'safe' },
	valid: { from: '2021-09-01', to: null },
	validityNote: '起日未核。'
};

test.each([
	[OLD, '2011-11-30', 'not-yet'],
	[OLD, '2011-12-01', 'in-force'],
	[OLD, '2026-04-30', 'in-force'],
	[OLD, '2026-05-01', 'ended'],
	[OPEN, '2021-08-31', 'not-yet'],
	[OPEN, '2099-01-01', 'in-force']
])('%j on %s: %s', (row, day, state) => {
	expect(validityOn(row, day, [REPLACED]).state).toBe(state);
});

test('a row that ends says what replaced it, one that does not says what is uncertain', () => {
	expect(validityOn(OLD, '2026-11-20', [REPLACED]).sentence).toBe(
		'适用于2011年12月1日起、2026年4月30日以前终了的行为。自2026年5月1日起由新法取代：新法未核。'
	);
	expect(validityOn(OLD, '2026-11-20', []).sentence).toBe('适用于2011年12月1日起、2026年4月30日以前终了的行为。');
	expect(validityOn(OPEN, '2026-11-20', [REPLACED]).sentence).toBe('适用于2021年9月1日起终了的行为（起日未核）。');
});
