import { type Db, rootOf } from '#db/connect.ts';

/**
 * A map of this process for each database: two nodes in one process (tests) know nothing of each other, and what an open
 * transaction has read stays with it.
 */
export function keptByDatabase<T>(): (db: Db) => Map<string, T> {
	const maps = new WeakMap<Db, Map<string, T>>();
	return (db) => {
		const root = rootOf(db);
		const known = maps.get(root) ?? new Map<string, T>();
		maps.set(root, known);
		return known;
	};
}
