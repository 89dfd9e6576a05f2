import { expect, test } from 'vitest';
import { TEAM_CRITERIA, type TeamCriterion } from '../ballot/criteria.ts';
import type { TeamSheet } from '../ballot/sheet.ts';
import type { Side } from '../bundle/side.ts';
import { compareShadow } from './shadow.ts';

const KEYS = Object.keys(TEAM_CRITERIA) as TeamCriterion[];
const sheet = (judge: string, side: Side, T1: number): TeamSheet => ({
	...{ judge, side, notes: [] },
	points: Object.fromEntries(KEYS.map((key) => [key, key === 'T1' ? T1 : 500])) as TeamSheet['points']
});

test('a trainee stands beside the mean of the panel for the same side, criterion by criterion', () => {
	const panel = [sheet('a', 'plaintiff', 1000), sheet('b', 'plaintiff', 1150), sheet('a', 'defendant', 0)];
	const compared = compareShadow(sheet('trainee', 'plaintiff', 1500), panel)!;
	expect(compared).toMatchObject({ judge: 'trainee', side: 'plaintiff', own: 5000, panel: 4575 });
	expect(compared.lines.map(({ criterion, own, panel: mean }) => [criterion, own - mean])).toEqual(
		KEYS.map((key) => [key, key === 'T1' ? 425 : 0])
	);
});

test('where the panel has no sheet there is nothing to compare', () => {
	expect(compareShadow(sheet('trainee', 'defendant', 0), [sheet('a', 'plaintiff', 0)])).toBeNull();
});
