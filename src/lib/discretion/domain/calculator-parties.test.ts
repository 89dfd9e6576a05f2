import { describe, expect, test } from 'vitest';
import { SUBJECT_CODES, isPartyCode, partyChoices, usualParties } from './calculator-parties.ts';
import type { Provision } from './provision.ts';

const range = (subject: string) => ({ subject, kind: 'range', min: 100, max: 200, mandatory: true });
const rule = (subjects: string[], stages: Record<string, { fines: string[]; sanctions?: string[] }>) =>
	({
		subjects,
		stages: Object.fromEntries(
			Object.entries(stages).map(([key, { fines, sanctions = [] }]) => [
				key,
				{
					...{ trigger: '', order: null, fines: fines.map(range) },
					sanctions: sanctions.map((target) => ({ code: 'suspend_operation', mandatory: true, target }))
				}
			])
		)
	}) as unknown as Provision;

const dual = rule(['单位', '直接责任人员'], {
	first: { fines: ['单位'] },
	overdue: { fines: ['单位', '直接责任人员'] },
	refused: { fines: ['直接责任人员'], sanctions: ['单位'] }
});

describe('who is a party unless somebody says otherwise', () => {
	test.each([
		['first', ['u']],
		['overdue', ['u', 'd']],
		['refused', ['d', 'u']],
		['daily', ['u']]
	] as const)('at stage %s', (stage, codes) => {
		expect(usualParties([dual], stage)).toEqual(codes);
	});

	test('of alternatives the first', () => {
		expect(usualParties([rule(['单位', '个人'], { first: { fines: ['单位或个人'] } })], 'first')).toEqual(['u']);
	});

	test('never nobody', () => {
		expect(usualParties([rule(['单位'], { first: { fines: [] } })], 'first')).toEqual(['u']);
	});
});

test('each person that is ticked opens the place of one more, at most three', () => {
	const codes = (chosen: string[]) => partyChoices([dual], 'overdue', chosen).map(({ code }) => code);
	expect(codes([])).toEqual(['u', 'd']);
	expect(codes(['u', 'd'])).toEqual(['u', 'd', 'd2']);
	expect(codes(['d', 'd2', 'd3'])).toEqual(['u', 'd', 'd2', 'd3']);
	// The second stays when the first is taken away.
	expect(codes(['d2'])).toEqual(['u', 'd', 'd2']);
});

test('a party says what the stage holds for it', () => {
	const notes = (stage: 'first' | 'refused') => partyChoices([dual], stage, []).map(({ note }) => note);
	expect(notes('first')).toEqual(['罚款', '这一阶段不处罚']);
	expect(notes('refused')).toEqual(['没有罚款，有其他处罚', '罚款']);
});

test('codes of nobody are not known', () => {
	const known = ['u', 'd', 'd3', 'd4', 'u2', 'x', ''].filter((code) => isPartyCode([dual], 'overdue', code));
	expect(known).toEqual(['u', 'd', 'd3']);
});

test('no two subjects share a letter', () => {
	const codes = Object.values(SUBJECT_CODES);
	expect(new Set(codes).size).toBe(codes.length);
});
