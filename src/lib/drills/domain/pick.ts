import { type Random, seeded, shuffle } from '#lib/shared/random.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { DRILL_KINDS, type DrillKind } from './kinds.ts';

/** Why a question is in the set; the text is shown beside it. */
export const PICK_REASONS = {
	due: '到期复习',
	prompt: '别处答错',
	weak: '薄弱题型',
	new: '新题',
	fill: '提前复习',
	mistake: '错题重练',
	linked: '案例配套'
} as const;
export type PickReason = keyof typeof PICK_REASONS;

export interface Pick {
	readonly id: string;
	readonly version: number;
	readonly why: PickReason;
	/** Where an item was prompted: 案例《…》. */
	readonly from?: string;
}

/** Why a question is in the set, in words: `到期复习`, `来自案例《…》`. */
export const reasonOf = ({ why, from }: Pick): string => (from === undefined ? PICK_REASONS[why] : `来自${from}`);

/** An item that may be drawn, with what the officer did with it so far. */
export interface Candidate {
	readonly id: string;
	readonly version: number;
	readonly kind: DrillKind;
	readonly memory: { readonly due: Date; readonly lastMark: number } | null;
	/** Another room asked for it since the last answer: it is due, whatever the memory says. */
	readonly prompt?: { readonly source: string; readonly at: Date } | null;
}

/** When a set is drawn, how many questions it takes, and the seed of the draw. */
export interface Draw {
	readonly today: Day;
	readonly size: number;
	readonly seed: number;
}

/** Reviews take this share of a daily set first, weak questions a tenth more, new ones the rest; what stays open is filled with reviews again. */
const DUE_SHARE = 0.6;

/**
 * Draws the daily set: questions that are due – prompted by another room or for review, longest overdue first –, then weak ones (last answer not fully
 * right) of the kinds with the lowest mean mark, then new ones, weakest kind first, then whatever is due next.
 * The same candidates, day and seed give the same set.
 */
export function pickDaily(candidates: readonly Candidate[], { today, size, seed }: Draw): Pick[] {
	const random = seeded(seed);
	const pool = shuffle(candidates, random);
	const weakness = rankKinds(pool, random);
	const byWeakness = (left: Candidate, right: Candidate) => weakness[left.kind] - weakness[right.kind];
	const dueAt = ({ memory, prompt }: Candidate) => Math.min(+(memory?.due ?? Infinity), +(prompt?.at ?? Infinity));
	const isDue = (one: Candidate) => Boolean(one.prompt) || (one.memory !== null && dayOf(one.memory.due) <= today);
	const due = pool.filter(isDue).sort((left, right) => dueAt(left) - dueAt(right));
	const weak = pool.filter((one) => one.memory && one.memory.lastMark < 100 && !isDue(one)).sort(byWeakness);
	const fresh = spread(
		pool.filter(({ memory, prompt }) => !memory && !prompt),
		weakness
	);
	const later = pool.filter(({ memory }) => memory).sort((left, right) => +left.memory!.due - +right.memory!.due);
	const picks = new Map<string, Pick>();
	const take = (list: readonly Candidate[], why: PickReason, upTo: number) => {
		for (const { id, version, prompt } of list) {
			if (picks.size >= upTo) return;
			if (picks.has(id)) continue;
			picks.set(id, { id, version, ...(prompt ? { why: 'prompt', from: prompt.source } : { why }) });
		}
	};
	take(due, 'due', Math.ceil(size * DUE_SHARE));
	take(weak, 'weak', Math.ceil(size * (DUE_SHARE + 0.1)));
	take(fresh, 'new', size);
	take(due, 'due', size);
	take(weak, 'weak', size);
	take(later, 'fill', size);
	return shuffle([...picks.values()], random);
}

/** Rank of each kind, 0 = weakest: mean of the last marks; a kind never answered counts as 50. */
function rankKinds(pool: readonly Candidate[], random: Random): Record<DrillKind, number> {
	const means = (Object.keys(DRILL_KINDS) as DrillKind[]).map((kind) => {
		const marks = pool.flatMap((one) => (one.kind === kind && one.memory ? [one.memory.lastMark] : []));
		const mean = marks.length === 0 ? 50 : marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
		return { kind, mean: mean + random() / 1000 };
	});
	means.sort((left, right) => left.mean - right.mean);
	return Object.fromEntries(means.map(({ kind }, rank) => [kind, rank])) as Record<DrillKind, number>;
}

/** One of each kind in turn, weakest kind first, so that a new officer meets all five at once. */
function spread(list: readonly Candidate[], weakness: Record<DrillKind, number>): Candidate[] {
	const kinds = (Object.keys(weakness) as DrillKind[]).sort((left, right) => weakness[left] - weakness[right]);
	const piles = kinds.map((kind) => list.filter((one) => one.kind === kind));
	const rounds = Math.max(0, ...piles.map((pile) => pile.length));
	return Array.from({ length: rounds }, (_, round) => piles.flatMap((pile) => pile.slice(round, round + 1))).flat();
}
