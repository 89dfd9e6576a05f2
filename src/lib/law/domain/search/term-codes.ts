/**
 * Terms of the law search: every Chinese character, every pair of neighbouring characters, every Latin word and number.
 * Pairs find what no word list knows (有限空间, 反悔期); single characters catch wording that shares only one of them.
 * Inside the index a term is an integer, which sorts and hashes far faster than text.
 */
const RUN = /[㐀-鿿]+|[a-z]+|\d+(?:\.\d+)?/g;
const FIRST = 0x3400;
const CHARACTERS = 0xa000 - FIRST;
/** Above every pair of characters and below the largest small integer of V8. */
const FIRST_WORD = 800_000_000;

/** Full-width to half-width, capitals to small letters. */
export const normalise = (text: string) => text.normalize('NFKC').toLowerCase();

/** Gives each term of a text to `visit` as text, single characters and pairs in the order of the text. */
export function eachTerm(text: string, visit: (term: string, isPair: boolean) => void): void {
	for (const [run] of normalise(text).matchAll(RUN)) {
		if (run.charCodeAt(0) < FIRST) visit(run, true);
		else
			for (let at = 0; at < run.length; at++) {
				visit(run[at]!, false);
				if (at + 1 < run.length) visit(run.slice(at, at + 2), true);
			}
	}
}

/** Gives out one integer per term and takes it back. */
export class TermCodes {
	readonly #codes = new Map<string, number>();
	readonly #words: string[] = [];
	#buffer = new Uint32Array(1 << 12);
	#used = 0;

	/** The terms of a text, sorted, so that equal ones lie side by side (valid until the next call), and how many pairs and words it has. */
	sorted(text: string): { codes: Uint32Array; length: number } {
		const plain = normalise(text);
		if (this.#buffer.length < plain.length * 2) this.#buffer = new Uint32Array(plain.length * 2);
		this.#used = 0;
		let length = 0;
		for (const [run] of plain.matchAll(RUN)) {
			if (run.charCodeAt(0) < FIRST) {
				this.#buffer[this.#used++] = this.#wordCode(run);
				length++;
			} else {
				length += run.length - 1;
				this.#characters(run);
			}
		}
		return { codes: this.#buffer.subarray(0, this.#used).sort(), length };
	}

	#characters(run: string): void {
		let before = -1;
		for (let at = 0; at < run.length; at++) {
			const character = run.charCodeAt(at) - FIRST;
			if (before >= 0) this.#buffer[this.#used++] = (before + 1) * CHARACTERS + character;
			this.#buffer[this.#used++] = character;
			before = character;
		}
	}

	#wordCode(word: string): number {
		let code = this.#codes.get(word);
		if (code === undefined) {
			code = FIRST_WORD + this.#words.push(word) - 1;
			this.#codes.set(word, code);
		}
		return code;
	}

	textOf(code: number): string {
		if (code >= FIRST_WORD) return this.#words[code - FIRST_WORD]!;
		const first = Math.floor(code / CHARACTERS);
		const last = String.fromCharCode(FIRST + (code % CHARACTERS));
		return first === 0 ? last : String.fromCharCode(FIRST + first - 1) + last;
	}
}
