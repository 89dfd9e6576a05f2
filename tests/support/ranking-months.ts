import { combineMarks } from '#lib/drafting/domain/marking/combine-marks.ts';
import { type Fact, type Source, pieceFact } from '#lib/ranking/domain/entry.ts';
import type { Foldable } from '#lib/ranking/domain/tally.ts';
import { type Random, seeded } from '#lib/shared/random.ts';
import type { Day } from '#lib/shared/time.ts';

// Months that nobody lived: what an officer of some ability would leave in the ledger, honestly or by a trick. The figures
// below are assumptions, chosen so that tricks pay rather more than they would; docs/ranking-simulations.md lists them.

/** What somebody can do: share of questions known beforehand, and the mark of a piece of middling difficulty. */
export interface Ability {
	readonly knows: number;
	readonly drafting: number;
	readonly review: number;
	readonly discretion: number;
}

/** How somebody goes about a month. */
export interface Conduct {
	/** Share of working days with a daily set. */
	readonly diligence: number;
	/** Without reading: right by luck only. */
	readonly clicks: boolean;
	/** Share of new questions, and of files and cases, of which a friend passed on the answer. */
	readonly told: number;
	readonly drafts: number;
	readonly reviews: number;
	readonly cases: number;
	readonly comments: number;
	/** The levels that are chosen; the stock as it lies when nothing is chosen. */
	readonly levels: readonly number[];
	/** How many of the eight markers are friends, who give as much more as calls no third. */
	readonly friends: number;
}

/** The difficulty of what there is to do, as the shipped tasks have it. */
const STOCK = [1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5];
export const HONEST: Conduct = {
	...{ diligence: 0.85, clicks: false, told: 0, drafts: 3, reviews: 2, cases: 4, comments: 0.4 },
	...{ levels: STOCK, friends: 0 }
};

const BANK = 320;
const SET = 10;
const MOST_DUE = 6;
const LUCK = 0.3;
const MIDDLING = 3;
const PER_LEVEL = 6;
const FORM = 8;
const MARKERS = 8;
const LIMIT = 15;
/** Days until a question comes back, by how often it was right in a row. */
const GAPS = [1, 3, 8, 20, 45];

interface Remembered {
	/** Days since the officer began. */
	last: number;
	firstRight: number | null;
	due: number;
	streak: number;
	seen: number;
}

/** About normal: the sum of three dice. */
const spread = (random: Random, deviation: number) => (random() + random() + random() - 1.5) * 2 * deviation;
const limited = (mark: number) => Math.max(0, Math.min(100, Math.round(mark)));
const oneOf = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

/** An officer over months; the same seed meets the same questions, files and luck, whatever the conduct. */
export class SimulatedOfficer {
	readonly #known: readonly boolean[];
	readonly #memory = new Map<number, Remembered>();
	readonly #unseen: number[];
	readonly #dice: Random;
	#today = 0;

	constructor(
		private readonly ability: Ability,
		private readonly seed: number
	) {
		const random = seeded(seed);
		this.#known = Array.from({ length: BANK }, () => random() < ability.knows);
		this.#unseen = this.#known.map((_, item) => item);
		this.#dice = seeded(seed + 1);
	}

	/** Lives through the next days, five of seven working days. @returns the entries that these leave, all dated as the first */
	live(conduct: Conduct, first: Day, days: number): Foldable[] {
		const entries: Foldable[] = [];
		for (let index = 0; index < days; index++, this.#today++) {
			if (index % 7 >= 5 || this.#dice() > conduct.diligence) continue;
			entries.push({ source: 'daily-set', complete: true, day: first, facts: this.#answerSet(conduct) });
		}
		return [...entries, ...this.#work(conduct, first)];
	}

	#answerSet(conduct: Conduct): Fact[] {
		const items: number[] = [];
		for (const [item, { due }] of this.#memory) {
			if (due <= this.#today) items.push(item);
			if (items.length === MOST_DUE) break;
		}
		while (items.length < SET && this.#unseen.length > 0) {
			items.push(...this.#unseen.splice(Math.floor(this.#dice() * this.#unseen.length), 1));
		}
		return items.map((item) => this.#answer(item, conduct));
	}

	#answer(item: number, conduct: Conduct): Fact {
		const before = this.#memory.get(item);
		const daysSinceLast = before ? this.#today - before.last : null;
		const luck = this.#dice();
		const isTold = before === undefined && this.#dice() < conduct.told;
		const isRight = luck < this.#chance(item, { before, isTold, clicks: conduct.clicks });
		const streak = isRight ? (before?.streak ?? 0) + 1 : 0;
		this.#memory.set(item, {
			...{ last: this.#today, streak, seen: (before?.seen ?? 0) + 1 },
			firstRight: before?.firstRight ?? (isRight ? this.#today : null),
			due: this.#today + GAPS[Math.min(streak, GAPS.length - 1)]!
		});
		return {
			...{ subject: `item:${item}@1`, mark: isRight ? 100 : 0, daysSinceLast, wasDue: before !== undefined },
			daysSinceFirstSuccess: typeof before?.firstRight === 'number' ? this.#today - before.firstRight : null
		};
	}

	#chance(item: number, now: { before: Remembered | undefined; isTold: boolean; clicks: boolean }): number {
		if (now.isTold) return 0.95;
		if (now.clicks) return LUCK;
		if (this.#known[item]) return 0.94;
		if (!now.before) return LUCK;
		// What was only read in the explanation fades; each time that it was seen it fades half as fast again.
		return Math.max(LUCK, Math.exp((now.before.last - this.#today) / (10 * 1.5 ** now.before.seen)));
	}

	#work(conduct: Conduct, day: Day): Foldable[] {
		const dice = seeded(this.seed * 7 + this.#today);
		const { drafting, review, discretion } = this.ability;
		const piece = (source: Source, ability: number, isKeyed: boolean): Foldable => {
			const level = oneOf(conduct.levels, dice);
			const own = ability + (MIDDLING - level) * PER_LEVEL + spread(dice, FORM);
			const careless = conduct.clicks ? own - 30 : own;
			const copied = isKeyed && dice() < conduct.told ? 95 : careless;
			const mark = source === 'drafting' ? markedBy(limited(copied), conduct.friends, dice) : limited(copied);
			return { source, complete: true, day, facts: [pieceFact('task:x@1', mark, level)] };
		};
		const times = (count: number, make: () => Foldable) => Array.from({ length: count }, make);
		return [
			...times(conduct.drafts, () => piece('drafting', drafting, false)),
			...times(conduct.reviews, () => piece('file-review', review, true)),
			...times(conduct.cases, () => piece('discretion-case', discretion, true)),
			...times(dice() < conduct.comments ? 1 : 0, () => {
				return { source: 'commentary', complete: true, day, facts: [pieceFact('comment:x@1', 100)] };
			})
		];
	}
}

/** The mark of a document whose worth is known, after two or three markers of whom some are friends. */
function markedBy(worth: number, friends: number, dice: Random): number {
	const marks = Array.from({ length: 3 }, () => {
		const isFriend = dice() < friends / MARKERS;
		return limited(worth + spread(dice, 3) + (isFriend ? LIMIT - 3 : 0));
	});
	const two = combineMarks(marks.slice(0, 2), LIMIT);
	const combined = two.state === 'third' ? combineMarks(marks, LIMIT) : two;
	return combined.state === 'final' ? combined.mark : worth;
}
