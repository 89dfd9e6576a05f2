import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { isInForce } from './in-force.ts';
import { type VersionClaims, settleVersions } from './settle-versions.ts';

const NOTHING = { isStated: false, statedFrom: null, statedUntil: null, foundFrom: null };
const found = (version: string, foundFrom: string | null): VersionClaims => ({ ...NOTHING, version, foundFrom });
const stated = (
	version: string,
	statedFrom: string | null,
	statedUntil: string | null,
	foundFrom: string | null = null
) => ({
	...{ version, isStated: true, statedFrom, statedUntil, foundFrom }
});
const validity = (claims: VersionClaims[]) =>
	settleVersions(claims).versions.map((one) => [one.version, one.inForceFrom, one.inForceUntil]);

describe('validity', () => {
	test.each<[string, VersionClaims[], (string | null)[][]]>([
		['one text', [found('2010-05-01', '2010-09-01')], [['2010-05-01', '2010-09-01', null]]],
		[
			'an older text imported later',
			[found('2020-05-01', '2020-09-01'), found('2010-05-01', '2010-09-01')],
			[
				['2010-05-01', '2010-09-01', '2020-08-31'],
				['2020-05-01', '2020-09-01', null]
			]
		],
		[
			'no date in force: its own date is the lower bound, and stays unsaid',
			[found('2010-05-01', '2010-09-01'), found('2020-05-01', null)],
			[
				['2010-05-01', '2010-09-01', '2020-04-30'],
				['2020-05-01', null, null]
			]
		],
		[
			'a stated version ends when a newer text begins',
			[stated('2010-05-01', '2010-09-01', null), found('2020-05-01', '2020-09-01')],
			[
				['2010-05-01', '2010-09-01', '2020-08-31'],
				['2020-05-01', '2020-09-01', null]
			]
		],
		[
			'a stated end stays',
			[stated('2010-05-01', '2010-09-01', '2015-12-31'), found('2020-05-01', '2020-09-01')],
			[
				['2010-05-01', '2010-09-01', '2015-12-31'],
				['2020-05-01', '2020-09-01', null]
			]
		],
		[
			'a stated date goes before a found one',
			[stated('2010-05-01', '2010-09-01', null, '2010-10-01')],
			[['2010-05-01', '2010-09-01', null]]
		],
		[
			'a found date fills in where nothing is stated',
			[stated('2010-05-01', null, null, '2010-10-01')],
			[['2010-05-01', '2010-10-01', null]]
		],
		[
			'an imported text gives way within a stated period',
			[
				stated('2010-05-01', '2010-09-01', '2020-08-31'),
				found('2015-01-01', null),
				stated('2020-05-01', '2020-09-01', null)
			],
			[
				['2010-05-01', '2010-09-01', '2020-08-31'],
				['2015-01-01', null, '2014-12-31'],
				['2020-05-01', '2020-09-01', null]
			]
		]
	])('%s', (_, claims, wanted) => {
		expect(validity(claims)).toEqual(wanted);
	});
});

test('disagreements are said', () => {
	const one = settleVersions([stated('2010-05-01', '2010-09-01', null, '2010-10-01')]).disagreements;
	expect(one).toEqual([{ version: '2010-05-01', message: expect.stringContaining('2010年9月1日') as string }]);
	const two = settleVersions([stated('2010-05-01', null, '2020-08-31'), found('2015-01-01', null)]).disagreements;
	expect(two).toEqual([{ version: '2015-01-01', message: expect.stringContaining('暂不采用') as string }]);
});

test('whatever is found and stated, at most one version is in force on a day, and order does not matter', () => {
	const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2010-01-01', days));
	const claim = fc.record({
		...{ version: day, foundFrom: fc.option(day) },
		stated: fc.option(fc.record({ from: fc.option(day) }))
	});
	const claims = fc.uniqueArray(claim, { selector: ({ version }) => version, maxLength: 6 }).map((list) =>
		list.map(({ version, foundFrom, stated: one }): VersionClaims => {
			const end = { statedFrom: one?.from ?? null, statedUntil: null };
			return { version, foundFrom, isStated: one !== null, ...end };
		})
	);
	fc.assert(
		fc.property(claims, day, (list, on) => {
			const { versions } = settleVersions(list);
			expect(versions.filter((one) => isInForce(one, on)).length).toBeLessThanOrEqual(1);
			expect(settleVersions([...list].reverse()).versions).toEqual(versions);
			expect(versions.map(({ version }) => version).sort()).toEqual(list.map(({ version }) => version).sort());
		})
	);
});
