import { describe, expect, test } from 'vitest';
import { instantOf } from '#lib/shared/time.ts';
import { type Entry, planEntries, standingOf, whyMayNotReview } from './entry.ts';
import type { Formula } from './formula.ts';

const FIVE: Formula = { kind: 'n-of', of: 5, what: '项' };
const entry = (number: number, count: number, verdict: Entry['verdict'], more: Partial<Entry> = {}): Entry => ({
	...{ id: `${number}`, unitId: 'town', period: '2026-10', subject: 'five', number, figures: { count } },
	...{ account: '对照清单逐项核对', document: '青应急〔2026〕3号', documentOn: '2026-10-30', link: null },
	...{ enteredBy: 'xu', enteredAt: instantOf('2026-11-02', '09:00'), verdict, reason: null },
	...{ reviewedBy: verdict && 'chief', reviewedAt: null },
	...more
});
const stood = (entries: readonly Entry[], period = '2026-10', carries = false) =>
	standingOf(entries, period, { subject: 'five', formula: FIVE, carries });

describe('what counts in a period', () => {
	test.each<[string, Entry[], object]>([
		['nothing', [], { missing: 'unreported' }],
		['one that waits', [entry(1, 3, null)], { missing: 'pending' }],
		['one that was sent back', [entry(1, 3, 'returned')], { missing: 'returned' }],
		['one that was confirmed', [entry(1, 3, 'confirmed')], { figures: { count: 3 } }],
		[
			'a correction that waits: the confirmed one',
			[entry(1, 3, 'confirmed'), entry(2, 5, null)],
			{ figures: { count: 3 } }
		],
		[
			'a correction that was sent back: the confirmed one',
			[entry(1, 3, 'confirmed'), entry(2, 5, 'returned')],
			{ figures: { count: 3 } }
		],
		['a confirmed correction', [entry(2, 5, 'confirmed'), entry(1, 3, 'confirmed')], { figures: { count: 5 } }],
		['sent back, then corrected', [entry(1, 3, 'returned'), entry(2, 4, null)], { missing: 'pending' }],
		['figures that the formula of today cannot read', [entry(1, 9, 'confirmed')], { missing: 'unreported' }],
		['another subject', [entry(1, 3, 'confirmed', { subject: 'six' })], { missing: 'unreported' }]
	])('%s', (_, entries, input) => {
		expect(stood(entries).input).toEqual(input);
	});

	test('a state carries on inside the year, into the year itself, and no further; other figures do not', () => {
		const august = entry(1, 3, 'confirmed', { period: '2026-08' });
		expect(stood([august], '2026-10', true)).toMatchObject({ input: { figures: { count: 3 } }, newest: null });
		expect(stood([august], '2026', true).counts).toBe(august);
		expect(stood([august], '2026-07', true).input).toEqual({ missing: 'unreported' });
		expect(stood([august], '2027-01', true).input).toEqual({ missing: 'unreported' });
		expect(stood([august], '2026-10', false).input).toEqual({ missing: 'unreported' });
		const october = [august, entry(1, 5, null)];
		expect(stood(october, '2026-10', true).input).toEqual({ figures: { count: 3 } });
		expect(stood([august, entry(1, 5, 'confirmed')], '2026-10', true).input).toEqual({ figures: { count: 5 } });
	});
});

describe('what becomes an entry', () => {
	const { number: _, ...first } = entry(1, 3, null);
	const plan = (count: number, seen: number, newest: Entry | null) =>
		planEntries([{ ...first, figures: { count }, seen }], () => newest);
	test('the first one, and a correction of what was seen', () => {
		expect(plan(3, 0, null)).toMatchObject({ ok: true, value: [{ number: 1 }] });
		expect(plan(4, 1, entry(1, 3, 'returned'))).toMatchObject({
			ok: true,
			value: [{ number: 2, figures: { count: 4 } }]
		});
	});
	test('nothing when it says the same: a second click', () => {
		expect(plan(3, 0, entry(1, 3, null))).toEqual({ ok: true, value: [] });
	});
	test('nothing over an entry that was not seen: a second tab, a colleague', () => {
		expect(plan(4, 0, entry(1, 3, null))).toMatchObject({
			ok: false,
			refusal: { code: 'changed-meanwhile', field: 'seen/five' }
		});
		expect(plan(4, 7, null)).toMatchObject({ ok: false });
	});
});

test.each<[string, string, string, number, boolean]>([
	['somebody of the bureau', 'chief', '/bureau/', 2, true],
	['whoever entered it', 'xu', '/bureau/', 2, false],
	['a colleague of the unit', 'wei', '/bureau/town/', 2, false],
	['somebody of a team inside the unit', 'wei', '/bureau/town/team/', 2, false],
	['somebody of another town', 'lin', '/bureau/brigade/', 2, true],
	['an entry that was corrected since', 'chief', '/bureau/', 3, false]
])('four eyes: %s', (_, personId, unitPath, newest, may) => {
	const why = whyMayNotReview(entry(2, 3, null), { personId, unitPath }, { unitPath: '/bureau/town/', newest });
	expect(why === null).toBe(may);
});
