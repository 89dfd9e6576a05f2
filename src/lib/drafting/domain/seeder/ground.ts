import type { Random } from '#lib/shared/random.ts';
import type { CaseFile } from '../check-file.ts';
import { type Amount, type Checks, type Op, isPath } from '../check.ts';
import { type Path, partAt, valueAt } from '../path.ts';
import type { RuleBook } from '../rule-book.ts';
import type { Shape } from '../shape.ts';
import { type Change, type Spot, spotsAt } from './place.ts';

/** What a rule is broken in. */
export interface Ground {
	readonly file: CaseFile;
	/** The document that `f.` means; null for a rule on the whole file. */
	readonly own: string | null;
	readonly book: RuleBook;
	readonly random: Random;
}

/** Ways to break a check that holds, or to mend one that does not: the likeliest slip first. What does not work is tried in vain. */
export type Turns<Names extends Op> = {
	readonly [Name in Names]: (check: Checks[Name], ground: Ground) => readonly Change[];
};

export const spots = (path: Path, { file, own }: Ground): Spot[] => spotsAt(path, file, own);
/** The first value at a path. */
export const spotAt = (path: Path, ground: Ground): Spot | undefined => spots(path, ground)[0];

export function valueOf({ space, document, steps }: Path, { file, own, book }: Ground): unknown {
	if (space === 'p') {
		const key = steps[0]!.key;
		return file.parameters[key] ?? book.parameters.find(({ id }) => id === key)?.value;
	}
	return valueAt(steps, space === 'c' ? file.case : file.documents[space === 'd' ? document! : own!]);
}

export const figureOf = (amount: Amount, ground: Ground) => (isPath(amount) ? Number(valueOf(amount, ground)) : amount);

/** The shape at the end of a path. */
export function shapeOf({ space, document, steps }: Path, { book, own }: Ground): Shape | null {
	const shape = space === 'c' ? book.facts : book.documents.get(space === 'd' ? document! : own!)?.shape;
	const part = shape && partAt(steps, shape);
	return part && typeof part !== 'string' ? part.shape : null;
}

export const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;
/** A whole number from `from` to `to`, both included. */
export const between = (from: number, to: number, random: Random) => from + Math.floor(random() * (to - from + 1));

/** The same list, begun at a drawn place. */
export function turned<T>(list: readonly T[], random: Random): T[] {
	const at = Math.floor(random() * list.length);
	return [...list.slice(at), ...list.slice(0, at)];
}
