import type { TermLists } from './index-parts.ts';
import { eachPosting } from './postings.ts';
import type { QuestionTerms } from './question-terms.ts';
import type { Shelf } from './shelf.ts';

/**
 * BM25 over four fields, times what is known of an article before any question (`standing`).
 *
 * | field        | weight | length counts | source                                        |
 * | ------------ | ------ | ------------- | --------------------------------------------- |
 * | article text | 1      | 0.6           | Robertson/Zaragoza, BM25F, k1 = 1.2           |
 * | our gist     | 0.6    | 0.6           | the same                                      |
 * | heading path | 0.3    | 0.3           | presence only                                 |
 * | law title    | 0.4    | 0.3           | presence only                                 |
 *
 * The rarity of a term is its rarity among articles for all four, else 公司 would pull up the whole 公司法. A score shrinks
 * with the fourth root of the share of the question that an article holds. Weights by measuring, decision 0015.
 */
const SATURATION = 1.2;
const LENGTH = 0.6;
const GIST = 0.6;
const SHORT_LENGTH = 0.3;
const PATH = 0.3;
const TITLE = 0.4;
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
 * @param lists of the question's terms; a term nobody holds is absent
 * @param admitted per version 1 = may be found
 */
export function rank(
	shelf: Shelf,
	question: QuestionTerms,
	{ lists, admitted, limit }: { lists: ReadonlyMap<string, TermLists>; admitted: Uint8Array; limit: number }
): Ranked[] {
	const common = shelf.documents * COMMON;
	const tally = new Tally(shelf);
	for (const [term, weight] of question) {
		const found = lists.get(term);
		if (found && (term.length > 1 || found.documents <= Math.max(MANY, common * weight))) tally.add(found, weight);
	}
	return best(tally.finish(admitted), limit);
}

/** The running scores of one question. */
class Tally {
	readonly #scores: Float64Array;
	readonly #covered: Float64Array;
	readonly #paths: Float64Array;
	readonly #titles: Float64Array;
	#whole = 0;

	constructor(readonly shelf: Shelf) {
		this.#scores = new Float64Array(shelf.documents);
		this.#covered = new Float64Array(shelf.documents);
		this.#paths = new Float64Array(shelf.pathLengths.length);
		this.#titles = new Float64Array(shelf.titleLengths.length);
	}

	add({ documents, texts, gists, paths, titles }: TermLists, weight: number): void {
		const { shelf } = this;
		const plain = rarity(shelf.documents, documents) * weight;
		const value = rarity(shelf.documents, documents) ** RARITY_POWER * weight;
		this.#whole += plain;
		this.#addField(texts, shelf.textLengths, { value, plain, mean: shelf.means.text });
		this.#addField(gists, shelf.gistLengths, { value: value * GIST, plain: plain * GIST, mean: shelf.means.gist });
		addShort(paths, this.#paths, { lengths: shelf.pathLengths, mean: shelf.means.path, value: plain });
		addShort(titles, this.#titles, { lengths: shelf.titleLengths, mean: shelf.means.title, value: plain });
	}

	#addField(
		list: Uint8Array,
		lengths: Uint16Array,
		{ value, plain, mean }: { value: number; plain: number; mean: number }
	): void {
		const scores = this.#scores;
		const covered = this.#covered;
		const base = SATURATION * (1 - LENGTH);
		const slope = (SATURATION * LENGTH) / mean;
		const top = value * (1 + SATURATION);
		eachPosting(list, (document, count) => {
			scores[document]! += (top * count) / (count + base + slope * lengths[document]!);
			covered[document]! += plain;
		});
	}

	/** Scores of all admitted articles that hold any term; 0 = none. */
	finish(admitted: Uint8Array): Float64Array {
		const { versionOf, pathOf, standings, documents } = this.shelf;
		const scores = this.#scores;
		for (let document = 0; document < documents; document++) {
			if (scores[document] === 0) continue;
			const version = versionOf[document]!;
			const around = TITLE * this.#titles[version]! + PATH * this.#paths[pathOf[document]!]!;
			// Two square roots cost a tenth of a power.
			const coverage = Math.sqrt(Math.sqrt(Math.min(1, this.#covered[document]! / this.#whole)));
			scores[document] = admitted[version] ? (scores[document]! + around) * coverage * standings[document]! : 0;
		}
		return scores;
	}
}

function addShort(
	list: Uint8Array,
	scores: Float64Array,
	{ lengths, mean, value }: { lengths: Uint16Array; mean: number; value: number }
): void {
	eachPosting(list, (number) => {
		scores[number]! += (2 * value) / (1 + SHORT_LENGTH + (SHORT_LENGTH * lengths[number]!) / mean);
	});
}

/** The highest scores above 0, without sorting all of them: a short list that is cut now and then. */
function best(scores: Float64Array, limit: number): Ranked[] {
	const kept: Ranked[] = [];
	let least = 0;
	for (let document = 0; document < scores.length; document++) {
		const score = scores[document]!;
		if (score <= least) continue;
		kept.push({ document, score });
		if (kept.length < limit * 2 + 64) continue;
		kept.sort(byScore);
		kept.length = limit;
		least = kept.at(-1)?.score ?? 0;
	}
	return kept.sort(byScore).slice(0, limit);
}

const byScore = (left: Ranked, right: Ranked) => right.score - left.score || left.document - right.document;
