import { type Place, combineMarks } from './combine-marks.ts';

/** A document in somebody's hands. */
export interface Held {
	readonly id: string;
	readonly place: Place;
	readonly markerId: string;
	/** Null until it is given. */
	readonly mark: number | null;
	/** Handed back. */
	readonly isRecused: boolean;
}

export interface Waiting {
	readonly held: readonly Held[];
	readonly limit: number;
	readonly isObjected: boolean;
}

/** The marks of the first three places, null where none is given. */
export function marksOf(held: readonly Held[]): (number | null)[] {
	const markOf = (place: Place) => held.find((one) => one.place === place && !one.isRecused)?.mark ?? null;
	return [markOf(1), markOf(2), markOf(3)];
}

/** Who is still to be drawn for a document: the first two, a third when they are far apart, one more after an objection. */
export function placesNeeded({ held, limit, isObjected }: Waiting): Place[] {
	const wanted: Place[] = [1, 2];
	if (combineMarks(marksOf(held), limit).state === 'third') wanted.push(3);
	if (isObjected) wanted.push(4);
	return wanted.filter((place) => !held.some((one) => one.place === place && !one.isRecused));
}

/** Those of the documents in hand that somebody holds who may not (any more): the role is gone, or it is the author's unit. */
export function heldWrongly(held: readonly Held[], mayMark: (markerId: string) => boolean): Held[] {
	return held.filter(({ mark, isRecused, markerId }) => mark === null && !isRecused && !mayMark(markerId));
}
