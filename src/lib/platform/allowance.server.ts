interface Spent {
	readonly since: number;
	readonly times: number;
}

/**
 * So many times in a while for each key, counted on this node only: a brake for what costs little once and much a thousand
 * times. Keys that were used longest ago are forgotten first, so that strange addresses cannot fill the memory.
 */
export class Allowance {
	readonly #spent = new Map<string, Spent>();
	readonly #rule: { readonly times: number; readonly windowMs: number; readonly mostKeys: number };

	constructor(rule: { readonly times: number; readonly windowMs: number; readonly mostKeys: number }) {
		this.#rule = rule;
	}

	/** Takes one of the key's times; false = there is none left. */
	take(key: string, now: Date): boolean {
		const at = now.getTime();
		const before = this.#spent.get(key);
		const { since, times } = before && at - before.since < this.#rule.windowMs ? before : { since: at, times: 0 };
		if (times >= this.#rule.times) return false;
		this.#spent.delete(key);
		this.#spent.set(key, { since, times: times + 1 });
		if (this.#spent.size > this.#rule.mostKeys) this.#spent.delete(this.#spent.keys().next().value!);
		return true;
	}
}
