import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstRuleMonth } from '../../../../tests/support/first-rule-month.ts';
import { FIRST_RULE } from '../../../../tests/support/rules.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { makeBoard } from './board.ts';
import { CycleFold } from './cycle-fold.ts';

const seqs = new Map<string, number>();
const ENTRIES = firstRuleMonth().map((entry) => {
	const seq = (seqs.get(entry.officerId) ?? 0) + 1;
	seqs.set(entry.officerId, seq);
	return { ...entry, seq };
});

function boardOf(entries: typeof ENTRIES): string {
	const fold = new CycleFold(FIRST_RULE);
	for (const entry of entries) fold.add(entry, entry);
	return canonical(makeBoard('2026-11', fold.contenders(), FIRST_RULE));
}

test('a month gives the same bytes in whatever order its entries are read', () => {
	const inOrder = boardOf(ENTRIES);
	fc.assert(
		fc.property(fc.shuffledSubarray(ENTRIES, { minLength: ENTRIES.length }), (entries) => {
			expect(boardOf(entries)).toBe(inOrder);
		}),
		{ numRuns: 20 }
	);
});
