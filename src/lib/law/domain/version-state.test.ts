import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/shared/time.ts';
import { isInForce } from './in-force.ts';
import { stateOn } from './version-state.ts';

const ENDED = { version: '2014-08-31', inForceFrom: '2014-12-01', inForceUntil: '2021-08-31' };
const NEW = { version: '2021-06-10', inForceFrom: '2021-09-01', inForceUntil: null };

test.each([
	[ENDED, '2014-11-30', 'ahead'],
	[ENDED, '2014-12-01', 'current'],
	[ENDED, '2021-08-31', 'current'],
	[ENDED, '2021-09-01', 'ended'],
	[NEW, '2021-08-31', 'ahead'],
	[NEW, '2026-01-01', 'current'],
	[{ ...NEW, inForceFrom: null }, '2021-06-10', 'current']
])('%j on %s is %s', (version, day, state) => {
	expect(stateOn(version, day)).toBe(state);
});

test('current is what is in force', () => {
	const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days));
	fc.assert(
		fc.property(day, fc.option(day), day, (from, until, on) => {
			const version = { version: from, inForceFrom: from, inForceUntil: until };
			expect(stateOn(version, on) === 'current').toBe(isInForce(version, on));
		})
	);
});
