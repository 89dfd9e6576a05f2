/** Keeps what was used last, up to a number of bytes (as the caller counts them); the longest unused goes first. */
export class KeptInBounds<Value> {
	readonly #entries = new Map<string, { readonly value: Value; readonly bytes: number }>();
	#bytes = 0;

	constructor(readonly mostBytes: number) {}

	get bytes(): number {
		return this.#bytes;
	}

	get(name: string): Value | undefined {
		const entry = this.#entries.get(name);
		if (!entry) return undefined;
		// Used again: to the young end.
		this.#entries.delete(name);
		this.#entries.set(name, entry);
		return entry.value;
	}

	set(name: string, value: Value, bytes: number): void {
		this.#drop(name);
		this.#entries.set(name, { value, bytes });
		this.#bytes += bytes;
		for (const oldest of this.#entries.keys()) {
			if (this.#bytes <= this.mostBytes) break;
			this.#drop(oldest);
		}
	}

	#drop(name: string): void {
		this.#bytes -= this.#entries.get(name)?.bytes ?? 0;
		this.#entries.delete(name);
	}
}
