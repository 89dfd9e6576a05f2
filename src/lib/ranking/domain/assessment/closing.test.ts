import { describe, expect, test } from 'vitest';
import { type Asked, closeVersion, periodsToClose, standingClosings, versionOf } from './closing.ts';

const closing = (unitId: string, period: string, version: number) => ({ unitId, period, version });

test('the last version of each unit and period stands', () => {
	const all = [
		closing('a', '2026-10', 1),
		closing('b', '2026-10', 1),
		closing('a', '2026-11', 1),
		closing('a', '2026-10', 2)
	];
	const standing = standingClosings(all);
	expect(standing.get('a 2026-10')?.version).toBe(2);
	expect(standing.get('b 2026-10')?.version).toBe(1);
	expect(standing.has('b 2026-11')).toBe(false);
	expect([versionOf(all, '2026-10'), versionOf(all, '2026-12')]).toEqual([2, 0]);
});

test('a year takes along its months that are still open, a month nothing', () => {
	const closed = [closing('a', '2026-10', 1)];
	const days = ['2026-10', '2026-11', '2026-12'];
	expect(periodsToClose('2026', days, closed)).toEqual(['2026-11', '2026-12', '2026']);
	expect(periodsToClose('2026-11', days, closed)).toEqual(['2026-11']);
	expect(periodsToClose('2026-10', days, closed)).toEqual(['2026-10']);
});

describe('a period', () => {
	const ask = (change: Partial<Asked> = {}) => {
		const judged = closeVersion({
			...{ period: '2026-10', today: '2026-11-01', version: 0, seen: 0, open: 0, reason: '' },
			...change
		});
		return judged.ok ? judged.value : judged.refusal.code;
	};
	test.each<[string, Partial<Asked>, number | string]>([
		['over and complete is closed', {}, 1],
		['on its last day is not over', { today: '2026-10-31' }, 'not-over'],
		['of a year ends with December', { period: '2026', today: '2026-12-31' }, 'not-over'],
		['of a year is over in January', { period: '2026', today: '2027-01-01' }, 1],
		['with something open wants a reason', { open: 3 }, 'no-reason'],
		['with something open and a reason is closed', { open: 3, reason: '材料下月补' }, 1],
		['closed before wants a reason', { version: 1, seen: 1 }, 'no-reason'],
		['closed before gets the next version', { version: 1, seen: 1, reason: '复查更正' }, 2],
		['closed by somebody meanwhile is shown first', { version: 1, reason: '复查更正' }, 'changed-meanwhile']
	])('%s', (_, change, expected) => expect(ask(change)).toBe(expected));
});
