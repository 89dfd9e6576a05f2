import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { expect, test } from 'vitest';
import { firstRuleMonth } from '../../../../tests/support/first-rule-month.ts';
import { FIRST_RULE } from '../../../../tests/support/rules.ts';
import { type Contender, makeBoard } from './board.ts';
import { standingKey } from './score.ts';
import { EMPTY_TALLY, addEntry } from './tally.ts';

// Fixed when the first rule was still a constant in the code: what was published under it hangs on these bytes, and no
// later change of rules, tallies or scores may move them.
const ENTRIES = 'df677111368995f70c1e50323a988cee94f1a41756ac740f07dc7b0615674ee5';
const BOARD = 'ae1550f0b14dedd59adbeb8ee3f1a94f8ca6301f59261847fc7b0a4d816954aa';
const KEYS = '0e2a527fda91361cebc457187d31acea9789c8521b9ca273efad6055941aff5e';

test('a board of the first rule has the bytes that it always had', () => {
	const entries = firstRuleMonth();
	expect(sha256(canonical(entries))).toBe(ENTRIES);
	const contenders = new Map<string, Contender>();
	for (const entry of entries) {
		const { officerId, unitId } = entry;
		const before = contenders.get(officerId)?.tally ?? EMPTY_TALLY;
		contenders.set(officerId, { officerId, unitId, tally: addEntry(before, entry, FIRST_RULE) });
	}
	const board = makeBoard('2026-11', [...contenders.values()], FIRST_RULE);
	const ranks = board.standings.flatMap(({ rank }) => rank ?? []);
	expect(ranks.length).toBeGreaterThan(20);
	expect(new Set(ranks).size).toBeLessThan(ranks.length);
	expect(sha256(canonical(board))).toBe(BOARD);
	expect(sha256(canonical(board.standings.map(({ score }) => standingKey(score, FIRST_RULE))))).toBe(KEYS);
});
