import type { QuestionTerms } from './question-terms.ts';
import type { Shelf } from './shelf.ts';
import { FIELD_WEIGHTS, type Holders, type TermWorth } from './term-worth.ts';

/**
 * BM25 over four fields (`term-worth.ts`), times what is known of an article before any question (`standing`).
 *
 * The rarity of a term is its rarity among articles for all four, else 公司 would pull up the whole 公司法. A score shrinks
 * with the fourth root of the share of the question that an article holds. Weights by measuring, decision 0015.
 */
const RARITY_POWER = 1.1;
/** A single character that more than this share (times its weight) of all articles holds costs much time and tells nothing. */
const COMMON = 0.5;
const MANY = 1000;

export interface Ranked {
	readonly document: number;
	readonly score: number;
}

/** How much a term tells: `ln(1 + (N − n + 0.5) / (n + 0.5))`. */
export const rarity = (documents: number, holding: number) =>
	Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));

/**
 * The best articles for a question, best first; equal scores in the order of the texts.
 * @param terms the question's terms; one that nobody holds is absent
 * @param admitted per version 1 = may be found
 */
export function rank(
	shelf: Shelf,
	question: QuestionTerms,
	{ terms, admitted, limit }: { terms: ReadonlyMap<string, TermWorth>; admitted: Uint8Array; limit: number }
): Ranked[] {
	const common = shelf.documents * COMMON;
	const tally = new Tally(shelf);
	for (const [term, weight] of question) {
		const found = terms.get(term);
		if (found && (term.length > 1 || found.documents <= Math.max(MANY, common * weight))) tally.add(found, weight);
	}
	return tally.best(admitted, limit);
}

/** The running scores of one question. */
class Tally {
	/** Of each article its score and how much of the question it holds, side by side: they are read and written together. */
	readonly #scores: Float32Array;
	readonly #paths: Float32Array;
	readonly #titles: Float32Array;
	#whole = 0;

	constructor(readonly shelf: Shelf) {
		const { scores, paths, titles } = sumsOf(shelf);
		this.#scores = scores.fill(0);
		this.#paths = paths.fill(0);
		this.#titles = titles.fill(0);
	}

	add({ documents, texts, gists, paths, titles }: TermWorth, weight: number): void {
		const plain = rarity(this.shelf.documents, documents) * weight;
		const value = rarity(this.shelf.documents, documents) ** RARITY_POWER * weight;
		this.#whole += plain;
		addLong(this.#scores, texts, { value, plain });
		addLong(this.#scores, gists, { value: value * FIELD_WEIGHTS.gist, plain: plain * FIELD_WEIGHTS.gist });
		addShort(this.#paths, paths, plain * FIELD_WEIGHTS.path);
		addShort(this.#titles, titles, plain * FIELD_WEIGHTS.title);
	}

	/** The highest scores above 0, without sorting all of them: a short list that is cut now and then. */
	best(admitted: Uint8Array, limit: number): Ranked[] {
		const { pathOf, standings, highestStandings, firsts, firstPaths } = this.shelf;
		const scores = this.#scores;
		const paths = this.#paths;
		const whole = this.#whole;
		const kept: Ranked[] = [];
		let least = 0;
		for (let version = 0; version < admitted.length; version++) {
			if (admitted[version] === 0) continue;
			const title = this.#titles[version]!;
			const end = firsts[version + 1]!;
			// One comparison is enough for most articles: even the law's best heading and standing would not bring them up.
			const aside = title + highestBetween(paths, firstPaths[version]!, firstPaths[version + 1]!);
			const factor = highestStandings[version]!;
			for (let document = firsts[version]!; document < end; document++) {
				const own = scores[document * 2]!;
				if (own === 0 || (own + aside) * factor <= least) continue;
				const highest = (own + title + paths[pathOf[document]!]!) * standings[document]!;
				// Holding less than the whole question can only lower a score: most are too low before that.
				if (highest <= least) continue;
				const score = highest * coverage(scores[document * 2 + 1]! / whole);
				if (score <= least) continue;
				kept.push({ document, score });
				if (kept.length >= limit * 2 + 64) least = cut(kept, limit);
			}
		}
		cut(kept, limit);
		return kept;
	}
}

interface Sums {
	readonly scores: Float32Array;
	readonly paths: Float32Array;
	readonly titles: Float32Array;
}

/** Half a megabyte a question would keep the collector busy: one question is scored at a time, so a shelf needs them once. */
const sums = new WeakMap<Shelf, Sums>();

function sumsOf(shelf: Shelf): Sums {
	const known = sums.get(shelf);
	if (known) return known;
	const fresh = {
		scores: new Float32Array(shelf.documents * 2),
		paths: new Float32Array(shelf.pathLengths.length),
		titles: new Float32Array(shelf.titleLengths.length)
	};
	sums.set(shelf, fresh);
	return fresh;
}

function highestBetween(values: Float32Array, from: number, to: number): number {
	let highest = 0;
	for (let at = from; at < to; at++) if (values[at]! > highest) highest = values[at]!;
	return highest;
}

/** Two square roots cost a tenth of a power. */
const coverage = (share: number) => Math.sqrt(Math.sqrt(Math.min(1, share)));

function addLong(
	sums: Float32Array,
	{ numbers, worths }: Holders,
	{ value, plain }: { value: number; plain: number }
): void {
	for (let at = 0; at < numbers.length; at++) {
		const place = numbers[at]! * 2;
		sums[place]! += value * worths[at]!;
		sums[place + 1]! += plain;
	}
}

function addShort(sums: Float32Array, { numbers, worths }: Holders, value: number): void {
	for (let at = 0; at < numbers.length; at++) sums[numbers[at]!]! += value * worths[at]!;
}

/** Leaves the best `limit` and tells the least score among them; 0 = there are fewer. */
function cut(kept: Ranked[], limit: number): number {
	kept.sort((left, right) => right.score - left.score || left.document - right.document);
	kept.length = Math.min(kept.length, limit);
	return kept.length < limit ? 0 : (kept.at(-1)?.score ?? 0);
}
