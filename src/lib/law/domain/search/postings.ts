/**
 * Which documents hold a term and how often, packed: per document one variable-length integer of (gap to the document
 * before × 4 + count - 1), a count above 3 as 3 and the rest in a second integer. Document numbers rise and stay below 2²⁹.
 */
const SMALL = 4;
const MORE = 0x80;
const LOW = 0x7f;
const BITS = 7;

/** Writes one list; documents must come in rising order. */
export class PostingWriter {
	#bytes = new Uint8Array(4);
	#used = 0;
	#last = -1;
	/** Documents so far. */
	documents = 0;

	add(document: number, count: number): void {
		if (document <= this.#last) throw new RangeError(`document ${document} after ${this.#last}`);
		const rest = Math.min(count, SMALL) - 1;
		this.#integer((document - this.#last - 1) * SMALL + rest);
		if (rest === SMALL - 1) this.#integer(count - SMALL);
		this.#last = document;
		this.documents++;
	}

	#integer(value: number): void {
		if (this.#used + 5 > this.#bytes.length) {
			const wider = new Uint8Array(this.#bytes.length * 2 + 4);
			wider.set(this.#bytes.subarray(0, this.#used));
			this.#bytes = wider;
		}
		let left = value;
		while (left >= MORE) {
			this.#bytes[this.#used++] = (left & LOW) | MORE;
			left >>>= BITS;
		}
		this.#bytes[this.#used++] = left;
	}

	get bytes(): Uint8Array {
		return this.#bytes.subarray(0, this.#used);
	}
}

/** Gives every (document, count) of a packed list to `visit`, in rising order. The inner loop of every search. */
export function eachPosting(bytes: Uint8Array, visit: (document: number, count: number) => void): void {
	const end = bytes.length;
	let at = 0;
	let document = -1;
	while (at < end) {
		let byte = bytes[at++]!;
		let value = byte & LOW;
		for (let shift = BITS; byte >= MORE; shift += BITS) {
			byte = bytes[at++]!;
			value |= (byte & LOW) << shift;
		}
		document += (value >>> 2) + 1;
		let count = (value & 3) + 1;
		if (count === SMALL) {
			byte = bytes[at++]!;
			value = byte & LOW;
			for (let shift = BITS; byte >= MORE; shift += BITS) {
				byte = bytes[at++]!;
				value |= (byte & LOW) << shift;
			}
			count += value;
		}
		visit(document, count);
	}
}
