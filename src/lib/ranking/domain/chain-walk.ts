import { type ChainedEntry, EMPTY_HEAD, type Head, verifyEnd, verifyLink } from './entry.ts';

/** Changed in place: an entry leaves nothing behind but a hash. */
type End = { -readonly [Key in keyof Head]: Head[Key] };

interface Row extends ChainedEntry {
	readonly officerId: string;
}

/**
 * Checks all chains in one pass over the entries as they lie in the table: nearly in order, because they were only ever added
 * to. What comes before its predecessor waits for it.
 */
export class ChainWalk {
	readonly #ends = new Map<string, End>();
	readonly #early = new Map<string, Map<number, Row>>();
	#waiting = 0;

	/** Entries that wait: many of them mean that the order of the table says nothing. */
	get waiting(): number {
		return this.#waiting;
	}

	/** @param tell what is wrong with an officer's chain, in words for the auditor */
	constructor(private readonly tell: (officerId: string, fault: string) => void) {}

	/** Lets go of everything that was read. */
	forget(): void {
		this.#ends.clear();
		this.#early.clear();
		this.#waiting = 0;
	}

	take(row: Row): void {
		const end = this.#ends.get(row.officerId) ?? null;
		if (row.seq > (end ?? EMPTY_HEAD).seq + 1) {
			const early = this.#early.get(row.officerId) ?? new Map<number, Row>();
			this.#early.set(row.officerId, early.set(row.seq, row));
			this.#waiting++;
			return;
		}
		this.#link(end, row);
		const early = this.#early.get(row.officerId);
		if (!early) return;
		for (let next = early.get(row.seq + 1); next; next = early.get(next.seq + 1)) {
			early.delete(next.seq);
			this.#waiting--;
			this.#link(this.#ends.get(row.officerId)!, next);
		}
		if (early.size === 0) this.#early.delete(row.officerId);
	}

	/** After the last entry: whatever still waits has a gap before it; then every chain is held against its registered end. */
	finish(heads: ReadonlyMap<string, Head>): void {
		for (const [officerId, early] of this.#early) {
			const rows = [...early.values()].sort((left, right) => left.seq - right.seq);
			for (const row of rows) this.#link(this.#ends.get(officerId) ?? null, row);
		}
		for (const officerId of new Set([...heads.keys(), ...this.#ends.keys()])) {
			const faults = verifyEnd(this.#ends.get(officerId) ?? EMPTY_HEAD, heads.get(officerId) ?? EMPTY_HEAD);
			for (const fault of faults) this.tell(officerId, fault);
		}
	}

	/** Everybody who has an entry. */
	owners(): IterableIterator<string> {
		return this.#ends.keys();
	}

	#link(end: End | null, row: Row): void {
		for (const fault of verifyLink(end ?? EMPTY_HEAD, row)) this.tell(row.officerId, fault);
		const { seq, hash } = row;
		if (end) {
			end.seq = seq;
			end.hash = hash;
		} else this.#ends.set(row.officerId, { seq, hash });
	}
}
