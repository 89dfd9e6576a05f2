import { expect, test } from 'vitest';
import { AREAS } from '#lib/shared/piece.ts';
import { makeBundleBody } from '../../../../../tests/support/bundle.ts';
import { balanceOf } from './balance.ts';
import { SUB_ISSUES, type SubIssue, areaOf, isSubIssue, nameOfSub } from './sub-issues.ts';

test('the fight is counted by the area of the issue', () => {
	const one = makeBundleBody();
	expect(balanceOf([one])).toEqual([
		{ area: 'facts', issues: 1, defects: 2, arguments: 4 },
		{ area: 'procedure', issues: 1, defects: 1, arguments: 4 },
		{ area: 'evidence', issues: 0, defects: 2, arguments: 0 },
		{ area: 'law', issues: 0, defects: 0, arguments: 0 },
		{ area: 'discretion', issues: 1, defects: 1, arguments: 4 }
	]);
	const twice = balanceOf([one, one]);
	expect(twice.map(({ defects }) => defects)).toEqual([4, 2, 4, 0, 2]);
	expect(balanceOf([])).toHaveLength(5);
});

test('every sub-issue belongs to one of the five areas, and all five have some', () => {
	const areas = (Object.keys(SUB_ISSUES) as SubIssue[]).map(areaOf);
	expect(new Set(areas)).toEqual(new Set(Object.keys(AREAS)));
	expect([isSubIssue('B10'), isSubIssue('B11'), isSubIssue('toString')]).toEqual([true, false, false]);
	expect(nameOfSub('B6')).toBe('调查程序 · 陈述申辩和听证');
});
