import { type ArticleChange, ARTICLE_CHANGES } from './article-changes.ts';
import { type ArticleMatch, type ArticleWording, changeOf } from './match-articles.ts';

export interface LabelledArticle extends ArticleWording {
	/** 第九十七条 */
	readonly label: string;
}
type Match = ArticleMatch<LabelledArticle>;

/** What differs on one page may weigh so many bytes, so that it stays below 100 kB. */
export const DIFF_BYTES = 60_000;

/** Bytes of the page that a changed article takes: its frame, and its wording with marks at every other word. */
function weigh({ before, after }: Match): number {
	return 1700 + 8 * ((before?.text.length ?? 0) + (after?.text.length ?? 0));
}

/** Bytes of a line of the list of what reads the same, on the first page. */
const RUN_BYTES = 400;

const isUnchanged = (match: Match) => ['same', 'moved'].includes(changeOf(match));

/**
 * What differs, in pages of bounded weight; an article that is heavier by itself is a page.
 * @param runs lines of the list of what reads the same, which stands on the first page
 */
export function changedPages(matches: readonly Match[], runs: number): Match[][] {
	const pages: Match[][] = [[]];
	let weight = Math.min(RUN_BYTES * runs, DIFF_BYTES);
	for (const match of matches.filter((one) => !isUnchanged(one))) {
		if (weight > 0 && weight + weigh(match) > DIFF_BYTES) {
			pages.push([]);
			weight = 0;
		}
		pages.at(-1)!.push(match);
		weight += weigh(match);
	}
	return pages;
}

/** How many articles of each fate there are. */
export function describeDifference(
	matches: readonly Match[]
): { change: ArticleChange; label: string; count: number }[] {
	const changes = matches.map(changeOf);
	const kinds = Object.keys(ARTICLE_CHANGES) as ArticleChange[];
	return kinds.map((change) => ({
		...{ change, label: ARTICLE_CHANGES[change] },
		count: changes.filter((one) => one === change).length
	}));
}

/** Neighbours that read the same in both texts; `moved` = all of them got other numbers. */
export interface UnchangedRun {
	readonly isMoved: boolean;
	readonly count: number;
	readonly before: readonly [first: string, last: string];
	readonly after: readonly [first: string, last: string];
	/** Id of the first in the new text. */
	readonly article: string;
}

/** What reads the same, as runs from label to label, so that a long law takes a few lines. `before` = all of the old text. */
export function unchangedRuns(matches: readonly Match[], before: readonly LabelledArticle[]): UnchangedRun[] {
	const places = new Map(before.map(({ article }, index) => [article, index]));
	const runs: { isMoved: boolean; first: Kept; last: Kept; count: number }[] = [];
	matches.forEach((match, to) => {
		if (!isUnchanged(match)) return;
		const kept = { before: match.before!, after: match.after!, from: places.get(match.before!.article)!, to };
		const isMoved = changeOf(match) === 'moved';
		const run = runs.at(-1);
		const goesOn = run && run.isMoved === isMoved && run.last.from + 1 === kept.from && run.last.to + 1 === kept.to;
		if (goesOn) Object.assign(run, { last: kept, count: run.count + 1 });
		else runs.push({ isMoved, first: kept, last: kept, count: 1 });
	});
	return runs.map(({ isMoved, first, last, count }) => ({
		...{ isMoved, count, article: first.after.article },
		before: [first.before.label, last.before.label],
		after: [first.after.label, last.after.label]
	}));
}

/** An unchanged article with its places in the old text and among the matches. */
interface Kept {
	readonly before: LabelledArticle;
	readonly after: LabelledArticle;
	readonly from: number;
	readonly to: number;
}
