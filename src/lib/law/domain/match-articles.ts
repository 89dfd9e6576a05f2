import type { ArticleChange } from './article-changes.ts';
import { ALIKE, pairsOf } from './text-diff.ts';

export interface ArticleWording {
	/** `97`, `134-1`, `preface` … */
	readonly article: string;
	readonly text: string;
}

/** An article of the old text beside its counterpart in the new one; null = there is none. */
export interface ArticleMatch<One extends ArticleWording = ArticleWording> {
	readonly before: One | null;
	readonly after: One | null;
}

export function changeOf({ before, after }: ArticleMatch): ArticleChange {
	if (!before) return 'new';
	if (!after) return 'dropped';
	if (bare(before.text) !== bare(after.text)) return 'changed';
	return before.article === after.article ? 'same' : 'moved';
}

/** Blanks are no wording. */
const bare = (text: string) => text.replace(/\s/g, '');

/** So much does the same number count beside likeness; and so little is enough for an article that kept its number. */
const SAME_NUMBER = 0.1;
const REWRITTEN = 0.15;

/**
 * Puts the articles of two texts beside each other: first those that read the same, whatever their number; then, best
 * first, those that read alike (share of common character pairs, Dice); then those that kept their number and something of
 * their wording. What remains is new or dropped. In the order of the new text; dropped ones follow what they followed.
 */
export function matchArticles<One extends ArticleWording>(
	before: readonly One[],
	after: readonly One[]
): ArticleMatch<One>[] {
	/** Index in `after` → index in `before`. */
	const found = new Map<number, number>();
	const taken = new Set<number>();
	const pair = (to: number, from: number) => {
		if (found.has(to) || taken.has(from)) return;
		found.set(to, from);
		taken.add(from);
	};
	for (const [to, from] of identical(before, after)) pair(to, from);
	const scores = compareAll(
		before.map((one, index) => (taken.has(index) ? null : one)),
		after.map((one, index) => (found.has(index) ? null : one))
	);
	for (const { to, from } of scores.filter(({ isAlike }) => isAlike)) pair(to, from);
	for (const { to, from } of scores.filter(({ isSameNumber }) => isSameNumber)) pair(to, from);
	return inOrder(before, after, found);
}

/** Articles with the same wording; of several, the one with the same number, else one after the other. */
function identical(before: readonly ArticleWording[], after: readonly ArticleWording[]): [number, number][] {
	const byText = new Map<string, number[]>();
	before.forEach(({ text }, index) => byText.set(bare(text), [...(byText.get(bare(text)) ?? []), index]));
	const candidates = after.flatMap(({ text }, to) => (byText.get(bare(text)) ?? []).map((from) => ({ to, from })));
	const isSameNumber = ({ to, from }: { to: number; from: number }) => after[to]!.article === before[from]!.article;
	return [...candidates.filter(isSameNumber), ...candidates].map(({ to, from }) => [to, from]);
}

interface Score {
	readonly to: number;
	readonly from: number;
	readonly score: number;
	readonly isAlike: boolean;
	readonly isSameNumber: boolean;
}

/** Likeness of everything left with everything left, best first, by an index of character pairs. */
function compareAll(before: readonly (ArticleWording | null)[], after: readonly (ArticleWording | null)[]): Score[] {
	const old = before.map((one) => (one ? pairsOf(one.text) : new Set<string>()));
	const postings = new Map<string, number[]>();
	old.forEach((pairs, from) => {
		for (const pair of pairs) {
			const list = postings.get(pair);
			if (list) list.push(from);
			else postings.set(pair, [from]);
		}
	});
	const scores = after.flatMap((one, to) => {
		if (!one) return [];
		const pairs = pairsOf(one.text);
		const common = new Map<number, number>();
		for (const pair of pairs)
			for (const from of postings.get(pair) ?? []) common.set(from, (common.get(from) ?? 0) + 1);
		return [...common].flatMap(([from, count]): Score[] => {
			const likeness = (2 * count) / (pairs.size + old[from]!.size);
			const isSameNumber = before[from]!.article === one.article;
			const isAlike = likeness >= ALIKE;
			if (!isAlike && !(isSameNumber && likeness >= REWRITTEN)) return [];
			return [{ to, from, isAlike, isSameNumber, score: likeness + (isSameNumber ? SAME_NUMBER : 0) }];
		});
	});
	return scores.sort((left, right) => right.score - left.score || left.to - right.to || left.from - right.from);
}

function inOrder<One extends ArticleWording>(
	before: readonly One[],
	after: readonly One[],
	found: ReadonlyMap<number, number>
): ArticleMatch<One>[] {
	const kept = new Set(found.values());
	/** The dropped articles from an index on, up to the next one that was kept. */
	const droppedFrom = (start: number): ArticleMatch<One>[] => {
		const end = before.findIndex((_, index) => index >= start && kept.has(index));
		return before.slice(start, end === -1 ? undefined : end).map((one) => ({ before: one, after: null }));
	};
	return [
		...droppedFrom(0),
		...after.flatMap((one, to): ArticleMatch<One>[] => {
			const from = found.get(to);
			if (from === undefined) return [{ before: null, after: one }];
			return [{ before: before[from]!, after: one }, ...droppedFrom(from + 1)];
		})
	];
}
