import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atStage, procedureOf } from '../../../../../tests/support/hearing.ts';
import { EMPTY } from '../hearing/hearing.ts';
import { isVoteOpen, sharesOf } from './audience.ts';

describe('the audience may vote', () => {
	test.each([
		['S4', false],
		['S9', false],
		['S10', true],
		['S12', true],
		['S15', true]
	])('in %s: %s', (stage, expected) => {
		const { hearing, frame } = atStage(stage);
		expect(isVoteOpen(hearing, frame.procedure)).toBe(expected);
	});

	test('neither before the hearing, nor after the result, nor where only one side appears', () => {
		const { hearing, frame } = atStage('S15');
		expect(isVoteOpen(EMPTY, frame.procedure)).toBe(false);
		const published = { digest: '', winner: null, text: '平局', at: 1 };
		expect(isVoteOpen({ course: { ...hearing.course, published } }, frame.procedure)).toBe(false);
		const stage = { ...hearing.course.stage!, id: 'C10' };
		expect(isVoteOpen({ course: { ...hearing.course, stage } }, procedureOf('case-committee'))).toBe(false);
	});
});

test('shares are whole, come to a hundred and follow the votes', () => {
	expect(sharesOf({ plaintiff: 0, defendant: 0 })).toBeNull();
	expect(sharesOf({ plaintiff: 1, defendant: 2 })).toEqual({ plaintiff: 33, defendant: 67 });
	fc.assert(
		fc.property(fc.nat(10_000), fc.nat(10_000), (plaintiff, defendant) => {
			const shares = sharesOf({ plaintiff, defendant });
			if (!shares) return plaintiff + defendant === 0;
			const isOrdered = plaintiff < defendant ? shares.plaintiff <= 50 : shares.plaintiff >= 50;
			return shares.plaintiff + shares.defendant === 100 && isOrdered;
		})
	);
});
