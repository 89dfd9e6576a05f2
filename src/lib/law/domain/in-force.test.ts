import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { type LawVersion, describeValidity, isInForce, versionOn } from './in-force.ts';

const PENALTY_2017: LawVersion = { version: '2017-09-01', inForceFrom: '2018-01-01', inForceUntil: '2021-07-14' };
const PENALTY_2021: LawVersion = { version: '2021-01-22', inForceFrom: '2021-07-15', inForceUntil: null };
/** A version whose date in force no source gives. */
const UNDATED: LawVersion = { version: '2009-08-27', inForceFrom: null, inForceUntil: null };

describe('isInForce', () => {
	test.each([
		['the day before', PENALTY_2021, '2021-07-14', false],
		['the first day', PENALTY_2021, '2021-07-15', true],
		['years later', PENALTY_2021, '2026-11-22', true],
		['adopted but not yet in force', PENALTY_2021, '2021-01-22', false],
		['the last day', PENALTY_2017, '2021-07-14', true],
		['the day after the last', PENALTY_2017, '2021-07-15', false],
		['undated, before its adoption', UNDATED, '2009-08-26', false],
		['undated, from its adoption', UNDATED, '2009-08-27', true]
	])('%s', (_, version, day, expected) => {
		expect(isInForce(version, day)).toBe(expected);
	});
});

describe('versionOn', () => {
	test.each([
		['2017-12-31', null],
		['2018-01-01', '2017-09-01'],
		['2021-07-14', '2017-09-01'],
		['2021-07-15', '2021-01-22'],
		['2026-03-18', '2021-01-22']
	])('the penalty law on %s is %s', (day, version) => {
		expect(versionOn([PENALTY_2017, PENALTY_2021], day)?.version ?? null).toBe(version);
	});

	test('a law without versions applies on no day', () => {
		expect(versionOn([], '2026-11-22')).toBeNull();
	});

	test('versions that follow one another leave no day without one, and their order in the list does not matter', () => {
		const lengths = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(lengths, fc.nat(5000), (days, offset) => {
				let from = '2000-01-01';
				const versions = days.map((length, index): LawVersion => {
					const version = { version: from, inForceFrom: from, inForceUntil: addDays(from, length - 1) };
					from = addDays(from, length);
					return index === days.length - 1 ? { ...version, inForceUntil: null } : version;
				});
				const day = addDays('2000-01-01', offset);
				expect(versions.filter((version) => isInForce(version, day))).toEqual([versionOn(versions, day)]);
				expect(versionOn([...versions].reverse(), day)).toEqual(versionOn(versions, day));
			})
		);
	});
});

test.each([
	[PENALTY_2021, '自2021年7月15日起施行'],
	[PENALTY_2017, '自2018年1月1日起施行，至2021年7月14日止'],
	[UNDATED, '2009年8月27日通过或修正，施行日期未核实'],
	[{ ...UNDATED, inForceUntil: '2014-11-30' }, '2009年8月27日通过或修正，施行日期未核实，至2014年11月30日止']
])('%j: %s', (version, words) => {
	expect(describeValidity(version)).toBe(words);
});
