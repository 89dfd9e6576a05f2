import { expect, test } from 'vitest';
import { SCHEME } from '../../../../../tests/support/assessment-scheme.ts';
import { type Scheme, dailyPeriodsOf, enteredFormula, partOf, schemeFor } from './scheme.ts';

const QUARTERS: Scheme = { ...SCHEME, version: 2, from: '2027-01', daily: 'quarter' };
const BOTH = [SCHEME, QUARTERS];

test.each<[string, number | null]>([
	['2026-10', 1],
	['2026', 1],
	['2025-12', null],
	['2026-Q4', null],
	['2027-Q1', 2],
	['2027-01', null],
	['2027', 2],
	['2026-13', null],
	['x', null]
])('%s is assessed by version %s', (period, version) => {
	expect(schemeFor(BOTH, period)?.version ?? null).toBe(version);
});

test('a year is the second part, everything else the first', () => {
	expect(['2026', '2026-10', '2026-Q4'].map(partOf)).toEqual(['year-end', 'daily', 'daily']);
});

test('the daily periods of a year up to today, by the scheme in force', () => {
	expect(dailyPeriodsOf(BOTH, '2026', '2026-03-15')).toEqual(['2026-01', '2026-02', '2026-03']);
	expect(dailyPeriodsOf(BOTH, '2027', '2027-05-01')).toEqual(['2027-Q1', '2027-Q2']);
	expect(dailyPeriodsOf(BOTH, '2025', '2026-03-15')).toEqual([]);
	expect(dailyPeriodsOf([{ ...SCHEME, from: '2026-08' }], '2026', '2026-09-30')).toEqual(['2026-08', '2026-09']);
});

test('what can be entered: reported indicators of the part and vetoes that follow from no figure', () => {
	const entered = (part: 'daily' | 'year-end', subject: string) => enteredFormula(SCHEME, part, subject)?.kind ?? null;
	expect(entered('daily', 'published')).toBe('share');
	expect(entered('daily', 'skill')).toBeNull();
	expect(entered('year-end', 'plan')).toBeNull();
	expect(entered('daily', 'false-data')).toBe('yes-no');
	expect(entered('daily', 'complaint')).toBeNull();
	expect(entered('daily', 'none')).toBeNull();
});
