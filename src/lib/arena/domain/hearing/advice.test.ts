import { expect, test } from 'vitest';
import { exhibit } from '../../../../../tests/support/hearing.ts';
import { adviceOnExhibit, adviceOnIssue, compareWeight } from './advice.ts';

const record = exhibit('d1', { kind: 'inquest' });
const testimony = exhibit('d2', { kind: 'testimony' });
const copy = exhibit('d3', { kind: 'inquest', isOriginal: false });

test('a record of the site weighs more than testimony, an original more than a copy', () => {
	expect([testimony, copy, record].sort(compareWeight)).toEqual([record, copy, testimony]);
	expect(compareWeight(record, { ...record, id: 'd9' })).toBe(0);
	// The rule does not speak of things.
	expect(compareWeight(record, exhibit('d8', { kind: 'object' }))).toBe(0);
});

test('advice names the rule and says what is weak', () => {
	expect(adviceOnExhibit(record)).toEqual([]);
	const weak = adviceOnExhibit(exhibit('d4', { kind: 'recording', isOriginal: false, weaknesses: ['editable'] }));
	expect(weak.map(({ rule }) => rule)).toEqual(['R9', 'R10', 'R10']);
	expect(adviceOnIssue('discretion')).toMatchObject([{ rule: 'R12' }]);
	expect(adviceOnIssue('law')).toMatchObject([{ rule: 'R13' }]);
	expect(adviceOnIssue('facts')).toEqual([]);
});
