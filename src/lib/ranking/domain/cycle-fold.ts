import type { Contender } from './board.ts';
import type { Rule } from './rule.ts';
import { EMPTY_TALLY, type Foldable, type Tally, addEntry } from './tally.ts';

/** Changed in place: there are millions of entries, and what each of them leaves behind would have to be collected. */
interface Folded {
	unitId: string;
	seq: number;
	readonly tally: { -readonly [Key in keyof Tally]: Tally[Key] };
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
		const folded = this.#byOfficer.get(officerId);
		const tally = addEntry(folded?.tally ?? EMPTY_TALLY, entry, this.rule);
		if (!folded) {
			this.#byOfficer.set(officerId, { tally: { ...tally }, unitId, seq });
			return;
		}
		// What was taken back may leave no pieces at all.
		delete folded.tally.pieces;
		Object.assign(folded.tally, tally);
		if (seq > folded.seq) [folded.unitId, folded.seq] = [unitId, seq];
	}

	contenders(): Contender[] {
		return [...this.#byOfficer].map(([officerId, { unitId, tally }]) => ({ officerId, unitId, tally }));
	}
}
