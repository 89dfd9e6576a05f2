import { describe, expect, test } from 'vitest';
import { FIRST_RULE, SECOND_RULE } from '../../../../tests/support/rules.ts';
import { instantOf } from '#lib/shared/time.ts';
import {
	type OfficeRule,
	type RuleVerdict,
	firstDaysFor,
	nextVersion,
	pendingOf,
	proposedByFiles,
	rulesInForce,
	whyMayNotConfirm
} from './rule-versions.ts';
import type { Rule } from './rule.ts';

const FILES = [FIRST_RULE, SECOND_RULE];
const rule = (version: number, effectiveFrom: string, leastMeasured = 70): Rule => ({
	...SECOND_RULE,
	...{ version, effectiveFrom, leastMeasured }
});
const office = (made: Rule, verdict: RuleVerdict | null): OfficeRule => ({
	...{ rule: made, basedOn: 2, reason: '试行', proposedBy: 'wei', proposedAt: instantOf('2026-11-20') },
	decision: verdict && { verdict, reason: '', decidedBy: 'he', decidedAt: instantOf('2026-11-21') }
});
const numbers = (rules: readonly Rule[]) => rules.map(({ version }) => version);

describe('files and office', () => {
	test.each<[string, OfficeRule[], readonly Rule[], number[], number[]]>([
		['nothing of the office', [], FILES, [1, 2], []],
		['a version that waits', [office(rule(3, '2027-01-01'), null)], FILES, [1, 2], []],
		['a version that was sent back', [office(rule(3, '2027-01-01'), 'refused')], FILES, [1, 2], []],
		['a confirmed version', [office(rule(3, '2027-01-01'), 'confirmed')], FILES, [1, 2, 3], []],
		['one that begins with the newest file', [office(rule(3, '2026-12-01'), 'confirmed')], FILES, [1, 3], []],
		[
			'a file that comes after the office',
			[office(rule(3, '2027-01-01'), 'confirmed')],
			[...FILES, rule(3, '2027-02-01', 80)],
			[1, 2, 3],
			[3]
		],
		[
			'a file that comes before the office has confirmed',
			[office(rule(3, '2027-01-01'), null)],
			[...FILES, rule(3, '2027-02-01', 80)],
			[1, 2, 3],
			[]
		],
		[
			'a file whose figures the office has taken over',
			[office(rule(3, '2027-01-01'), 'confirmed'), office(rule(4, '2027-02-01', 80), 'confirmed')],
			[...FILES, rule(3, '2027-03-01', 80)],
			[1, 2, 3, 4],
			[]
		]
	])('%s', (_, made, files, inForce, proposals) => {
		expect(numbers(rulesInForce(files, made))).toEqual(inForce);
		expect(numbers(proposedByFiles(files, made))).toEqual(proposals);
	});

	test('a published month keeps its rule whatever is confirmed later', () => {
		const later = rulesInForce(FILES, [office(rule(3, '2027-01-01'), 'confirmed')]);
		expect(later.find(({ version }) => version === 1)).toBe(FIRST_RULE);
	});

	test('numbers are never given twice, and one version waits at most', () => {
		const made = [office(rule(3, '2027-01-01'), 'refused'), office(rule(4, '2027-01-01'), null)];
		expect(nextVersion(FILES, made)).toBe(5);
		expect(nextVersion([...FILES, rule(7, '2027-05-01')], made)).toBe(8);
		expect(pendingOf(made)?.rule.version).toBe(4);
		expect(pendingOf(made.slice(0, 1))).toBeNull();
	});
});

test.each([
	['2026-11-22', '2026-12-01'],
	['2026-12-31', '2027-01-01'],
	['2026-10-05', '2026-12-01']
])('on %s a new version begins on %s at the earliest', (today, first) => {
	const days = firstDaysFor(FILES, today);
	expect(days[0]).toBe(first);
	expect(days).toHaveLength(6);
	expect(days.every((day) => day.endsWith('-01') && day > today)).toBe(true);
});

describe('the second person', () => {
	const pending = office(rule(3, '2027-01-01'), null);
	const may = (personId: string, day: string, clock: string, files: readonly Rule[] = FILES) =>
		whyMayNotConfirm(pending, files, { personId, now: instantOf(day, clock) });
	test('is another one, in time', () => {
		expect(may('he', '2026-12-31', '23:49')).toBeNull();
		expect(may('wei', '2026-12-31', '23:49')).toContain('另一人');
		expect(may('he', '2026-12-31', '23:50')).toContain('起用日');
		expect(may('he', '2027-01-05', '09:00')).toContain('起用日');
	});
	test('finds out that a file has taken the number', () => {
		expect(may('he', '2026-12-01', '09:00', [...FILES, rule(3, '2027-02-01')])).toContain('同号的第 3 版');
	});
});
