import type { Grade } from '../rule-book.ts';
import { GATES, type Gate, type ScoreSheet, gradeOf, totalOf } from './score-sheet.ts';

/** More than so many points between the first two sheets call a third; default, editable nowhere yet. */
export const FAR_APART = 10;

export type Outcome =
	| { readonly state: 'open'; readonly missing: number }
	/** A third reviewer is needed; `gap` in points. */
	| { readonly state: 'apart'; readonly gap: number; readonly gates: readonly Gate[] }
	| { readonly state: 'settled'; readonly total: number; readonly failed: readonly Gate[]; readonly grade: Grade };

/**
 * What the signed sheets of a file come to. Two that agree: their mean, and a gate that both found closed. Else a third decides:
 * the mean of the third and the nearer of the two, and of each gate what two of three say.
 * @param sheets in the order of their places; null = not signed
 */
export function settleSheets(sheets: readonly (ScoreSheet | null)[]): Outcome {
	const [first, second, third] = sheets;
	if (!first || !second) return { state: 'open', missing: 2 - [first, second].filter(Boolean).length };
	const gap = Math.abs(totalOf(first) - totalOf(second));
	const split = (Object.keys(GATES) as Gate[]).filter((gate) => first.gates[gate] !== second.gates[gate]);
	if (gap <= FAR_APART && split.length === 0) return settled((totalOf(first) + totalOf(second)) / 2, [first, second]);
	if (third === undefined) return { state: 'apart', gap, gates: split };
	if (third === null) return { state: 'open', missing: 1 };
	const judge = totalOf(third);
	const nearer = [totalOf(first), totalOf(second)].sort((a, b) => Math.abs(a - judge) - Math.abs(b - judge))[0]!;
	return settled((judge + nearer) / 2, [first, second, third]);
}

function settled(mean: number, sheets: readonly ScoreSheet[]): Outcome {
	const closed = (gate: Gate) => sheets.filter(({ gates }) => !gates[gate]).length * 2 > sheets.length;
	const failed = (Object.keys(GATES) as Gate[]).filter(closed);
	const total = Math.round(mean * 10) / 10;
	return { state: 'settled', total, failed, grade: gradeOf(total, failed.length === 0) };
}
