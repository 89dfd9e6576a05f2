import type { Contender } from './board.ts';
import type { Rule } from './rule.ts';
import { EMPTY_TALLY, type Foldable, type Tally, addEntry } from './tally.ts';

interface Folded {
	readonly unitId: string;
	readonly seq: number;
	readonly tally: Tally;
}

/** Whose entry it is, with its place in the chain. */
export interface Placed {
	readonly officerId: string;
	readonly unitId: string;
	readonly seq: number;
}

/** The tallies of one cycle under one rule, filled entry by entry in any order; the unit is the one of an officer's last entry. */
export class CycleFold {
	readonly #byOfficer = new Map<string, Folded>();
	constructor(private readonly rule: Rule) {}

	add({ officerId, unitId, seq }: Placed, entry: Foldable): void {
		const before = this.#byOfficer.get(officerId);
		const tally = addEntry(before?.tally ?? EMPTY_TALLY, entry, this.rule);
		const isLast = !before || before.seq < seq;
		this.#byOfficer.set(officerId, { tally, unitId: isLast ? unitId : before.unitId, seq: isLast ? seq : before.seq });
	}

	contenders(): Contender[] {
		return [...this.#byOfficer].map(([officerId, { unitId, tally }]) => ({ officerId, unitId, tally }));
	}
}
