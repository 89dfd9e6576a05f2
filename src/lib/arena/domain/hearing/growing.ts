/** Lists that were made within the replay that is going on: nobody else has seen them, so they may grow in place. */
let fresh: WeakSet<object> | null = null;

/**
 * A list with one more at its end. As everywhere the old list stays as it was – except inside a replay, whose states in
 * between nobody sees: there a record of thousands of lines would be copied once for each of them.
 */
export function grown<T>(list: readonly T[], item: T): readonly T[] {
	if (fresh?.has(list)) {
		(list as T[]).push(item);
		return list;
	}
	const longer = [...list, item];
	fresh?.add(longer);
	return longer;
}

/** Runs a fold of which only the last state is kept. What it began from is not touched. */
export function inReplay<T>(fold: () => T): T {
	const before = fresh;
	fresh = new WeakSet();
	try {
		return fold();
	} finally {
		fresh = before;
	}
}
