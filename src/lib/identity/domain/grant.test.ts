import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '#lib/shared/time.ts';
import {
	type GrantPeriod,
	type GrantState,
	describePeriod,
	findEndFault,
	findPeriodFault,
	grantStateOn
} from './grant.ts';

const TODAY = '2026-11-20';
const held = (given: Partial<GrantPeriod> = {}): GrantPeriod => ({
	fromOn: null,
	untilOn: null,
	endedAt: null,
	...given
});

test.each<[Partial<GrantPeriod>, GrantState]>([
	[{}, 'in-force'],
	[{ fromOn: '2026-11-20', untilOn: '2026-11-20' }, 'in-force'],
	[{ fromOn: '2026-11-21' }, 'coming'],
	[{ untilOn: '2026-11-19' }, 'ended'],
	[{ untilOn: '2027-01-01', endedAt: instantOf('2026-11-01') }, 'ended'],
	[{ fromOn: '2026-12-01', endedAt: instantOf('2026-11-01') }, 'ended']
])('%j is %s', (given, state) => {
	expect(grantStateOn(held(given), TODAY)).toBe(state);
});

describe('how long a role may be given', () => {
	test.each([
		['2026-11-20', null, null],
		['2026-11-20', '2026-11-20', null],
		['2026-12-01', '2036-12-01', null],
		['2026-11-19', null, 'past'],
		['2026-11-21', '2026-11-20', 'period'],
		['2026-12-01', '2036-12-02', 'period']
	])('%s to %s: %s', (from, until, code) => {
		expect(findPeriodFault(from, until, TODAY)?.code ?? null).toBe(code);
	});

	test('what may be given is held on its first and last day and on no day around them', () => {
		const day = fc.integer({ min: 20, max: 30 }).map((number) => `2026-11-${number}`);
		fc.assert(
			fc.property(day, day, (fromOn, untilOn) => {
				fc.pre(findPeriodFault(fromOn, untilOn, TODAY) === null);
				const grant = held({ fromOn, untilOn });
				expect([fromOn, untilOn].map((one) => grantStateOn(grant, one))).toEqual(['in-force', 'in-force']);
				expect(grantStateOn(grant, '2026-12-01')).toBe('ended');
				expect(grantStateOn(grant, '2026-11-19')).toBe('coming');
			})
		);
	});
});

test.each<[Partial<GrantPeriod>, string | null, string | null]>([
	[{}, null, null],
	[{}, '2026-11-20', null],
	[{}, '2026-11-19', 'past'],
	[{ untilOn: '2026-11-30' }, '2026-11-25', null],
	[{ untilOn: '2026-11-30' }, '2026-12-01', 'longer'],
	[{ fromOn: '2026-12-01' }, null, null],
	[{ fromOn: '2026-12-01' }, '2026-11-25', 'period'],
	[{ endedAt: instantOf('2026-11-01') }, null, 'ended'],
	[{ untilOn: '2026-11-19' }, null, 'ended']
])('ending %j on %s: %s', (given, lastDay, code) => {
	expect(findEndFault(held(given), lastDay, TODAY)?.code ?? null).toBe(code);
});

test.each<[Partial<GrantPeriod>, string]>([
	[{}, '2026-06-01 起'],
	[{ fromOn: '2026-07-01', untilOn: '2026-12-31' }, '2026-07-01 至 2026-12-31'],
	[{ fromOn: '2026-07-01', endedAt: instantOf('2026-08-01') }, '2026-07-01 至 2026-08-01'],
	[{ untilOn: '2026-07-15', endedAt: instantOf('2026-08-01') }, '2026-06-01 至 2026-07-15']
])('%j reads %s', (given, text) => {
	expect(describePeriod({ ...held(given), grantedAt: instantOf('2026-06-01', '09:00') })).toBe(text);
});
