import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { type KnownVersion, succeed } from './succession.ts';

const version = (
	law: string,
	name: string,
	from: string | null,
	until: string | null,
	replacedBy: string | null = null
) =>
	({
		law,
		title: law,
		version: name,
		inForceFrom: from,
		inForceUntil: until,
		replacedBy,
		hasText: false
	}) satisfies KnownVersion;

/** A regulation that an act replaced on 1 May 2026; the act was amended for 2027 and fell away in 2029. */
const CHEMICALS = [
	version('regulation', '2013-12-07', null, '2026-04-30', 'act'),
	version('act', '2025-12-27', '2026-05-01', '2026-12-31'),
	version('act', '2026-10-20', '2027-01-01', '2028-12-31')
];
/** Amended, and the old text was never closed. */
const UNCLOSED = [version('rule', '2015-04-02', '2015-05-01', null), version('rule', '2025-11-24', '2026-02-01', null)];
const GAP = [
	version('gap', '2020-01-01', '2020-01-01', '2025-12-31'),
	version('gap', '2026-03-01', '2026-03-01', null)
];
const RING = [
	version('a', '2000-01-01', '2000-01-01', '2000-12-31', 'b'),
	version('b', '2001-01-01', '2001-01-01', '2001-12-31', 'a')
];
const FAR = [version('old', '2020-01-01', '2020-01-01', '2025-12-31', 'nowhere')];

/** An imported text whose date falls into the stated time of another: it ends before it begins. */
const NEVER = [
	version('kept', '2020-01-01', '2020-01-01', null),
	version('kept', '2024-05-01', '2024-05-01', '2024-04-30')
];
/** Adopted first, in force last. */
const CROSSED = [
	version('x', '2020-01-01', '2021-06-01', null),
	version('x', '2020-06-01', '2020-06-01', '2021-05-31')
];

test.each([
	['a version that was never in force takes no place', NEVER, 0, '2026-01-01', null],
	[
		'the one that began last stands, whichever was adopted first',
		CROSSED,
		1,
		'2021-06-01',
		['x', '2020-01-01', '2021-06-01']
	],
	['and is not pushed out by the earlier beginning', CROSSED, 0, '2022-01-01', null],
	['on its last day it still applies', CHEMICALS, 0, '2026-04-30', null],
	['on the next day another law stands there', CHEMICALS, 0, '2026-05-01', ['act', '2025-12-27', '2026-05-01']],
	['and that law’s newest version after it', CHEMICALS, 0, '2027-01-01', ['act', '2026-10-20', '2027-01-01']],
	['the last day before', CHEMICALS, 0, '2026-12-31', ['act', '2025-12-27', '2026-05-01']],
	['when that is gone too, nothing', CHEMICALS, 0, '2029-01-01', [null, null, '2029-01-01']],
	['an amended version gives way', CHEMICALS, 1, '2027-01-01', ['act', '2026-10-20', '2027-01-01']],
	['one that is adopted but not begun takes no place', CHEMICALS, 1, '2026-11-20', null],
	['before it begins a version gives way to nothing', CHEMICALS, 2, '2026-11-20', null],
	['an open end does not keep it beside a newer text', UNCLOSED, 0, '2026-02-01', ['rule', '2025-11-24', '2026-02-01']],
	['until the newer one begins', UNCLOSED, 0, '2026-01-31', null],
	['in a gap nothing stands there', GAP, 0, '2026-01-01', [null, null, '2026-01-01']],
	['after the gap the new text does', GAP, 0, '2026-03-01', ['gap', '2026-03-01', '2026-03-01']],
	['laws that name each other end the walk', RING, 0, '2002-01-01', ['a', null, '2002-01-01']],
	['a law that is not here is named without a version', FAR, 0, '2026-01-01', ['nowhere', null, '2026-01-01']]
] as const)('%s', (_, versions, cited, on, expected) => {
	const found = succeed(versions, versions[cited]!, on);
	const to = found && [found.to?.law ?? null, found.to?.version ?? null, found.since];
	expect(to).toEqual(expected);
});

describe('a line of versions, one after the other', () => {
	const DAY_ONE = '2000-01-01';
	const line = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 6 }).map((lengths) => {
		let begin = DAY_ONE;
		return lengths.map((days, index) => {
			const end = addDays(begin, days - 1);
			const one = version('line', begin, begin, index === lengths.length - 1 ? null : end);
			begin = addDays(end, 1);
			return one;
		});
	});

	test('a version gives way on the day after its last one and stays away; whoever stands there is in force', () => {
		fc.assert(
			fc.property(line, fc.nat({ max: 5000 }), fc.nat({ max: 5 }), (versions, days, index) => {
				const on = addDays(DAY_ONE, days);
				const cited = versions[index % versions.length]!;
				const found = succeed(versions, cited, on);
				const isOver = cited.inForceUntil !== null && on > cited.inForceUntil;
				expect(found !== null).toBe(isOver);
				if (!found) return;
				const standing = versions.find((one) => one.version === found.to?.version)!;
				expect(standing.inForceFrom! <= on && (standing.inForceUntil === null || on <= standing.inForceUntil)).toBe(
					true
				);
				expect(found.since).toBe(standing.inForceFrom);
			})
		);
	});
});
