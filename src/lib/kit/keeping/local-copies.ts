/** What one tab has not brought to the server yet. */
export interface LocalCopy<Change> {
	/** `person/text/tab` */
	readonly key: string;
	readonly tab: string;
	readonly changes: readonly Change[];
}

const DATABASE = 'leitai-drafts';
const STORE = 'unsent';

/**
 * Unsent changes in IndexedDB: a write is in the operating system's hands a moment later, while browsers may hold back
 * `localStorage` for many seconds, so that killing them would lose it. Keys begin with the person: whoever signs in next on a
 * shared computer does not find them. A browser that refuses storage loses only this net.
 */
export class LocalCopies<Change> {
	readonly #open: Promise<IDBDatabase | null>;
	readonly #prefix: string;

	constructor(person: string, text: string) {
		this.#prefix = `${person}/${text}/`;
		this.#open = open();
	}

	/** Puts the changes of a tab in place of those before; none = forgets them. */
	async keep(tab: string, changes: readonly Change[]): Promise<void> {
		const key = this.#prefix + tab;
		await this.#run('readwrite', (store) =>
			changes.length === 0 ? store.delete(key) : store.put({ key, tab, changes })
		);
	}

	/** What tabs of this person have left behind for this text. */
	async find(): Promise<LocalCopy<Change>[]> {
		const range = IDBKeyRange.bound(this.#prefix, `${this.#prefix}\uffff`);
		return ((await this.#run('readonly', (store) => store.getAll(range))) as LocalCopy<Change>[] | null) ?? [];
	}

	/** When it is closed for good nothing is left on this computer. */
	async forgetAll(): Promise<void> {
		const range = IDBKeyRange.bound(this.#prefix, `${this.#prefix}\uffff`);
		await this.#run('readwrite', (store) => store.delete(range));
	}

	async #run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
		const database = await this.#open;
		if (!database) return null;
		return new Promise((resolve) => {
			const transaction = database.transaction(STORE, mode);
			const request = work(transaction.objectStore(STORE));
			transaction.oncomplete = () => resolve(request.result as unknown);
			// A full disk is told by the words for “not saved”: what is not here is still on its way to the server.
			transaction.onabort = transaction.onerror = () => resolve(null);
		});
	}
}

function open(): Promise<IDBDatabase | null> {
	return new Promise((resolve) => {
		const request = indexedDB.open(DATABASE, 1);
		request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
		request.onsuccess = () => resolve(request.result);
		request.onerror = request.onblocked = () => resolve(null);
	});
}
