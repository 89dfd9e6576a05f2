import { type Db, rootOf } from '#db/connect.ts';

/**
 * Keeps what was read for some minutes on this node: for what never changes (versions) or may be old for as long (what else
 * cites an article). Nothing in it is needed by another node. Of too many entries the oldest goes.
 */
export class KeptBriefly<Value> {
	readonly #byDatabase = new WeakMap<Db, Map<string, { value: Promise<Value>; until: number }>>();

	constructor(
		readonly seconds: number,
		readonly most: number
	) {}

	/** The kept value, or the one that `read` brings; asked twice at once, it is read once. A failed reading is not kept. */
	get(db: Db, key: string, read: () => Promise<Value>): Promise<Value> {
		const entries = this.#entriesOf(db);
		const found = entries.get(key);
		if (found && found.until > performance.now()) return found.value;
		const value = read();
		entries.delete(key);
		if (entries.size >= this.most) entries.delete(entries.keys().next().value!);
		entries.set(key, { value, until: performance.now() + this.seconds * 1000 });
		value.catch(() => entries.delete(key));
		return value;
	}

	#entriesOf(db: Db) {
		const root = rootOf(db);
		const known = this.#byDatabase.get(root);
		if (known) return known;
		const entries = new Map<string, { value: Promise<Value>; until: number }>();
		this.#byDatabase.set(root, entries);
		return entries;
	}
}
