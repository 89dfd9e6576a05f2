import { diffArrays } from 'diff';

/** A stretch of a compared text. */
export interface DiffPart {
	readonly text: string;
	readonly change: 'same' | 'removed' | 'added';
}

/**
 * Word-by-word difference of two Chinese texts (Myers 1986, by the library `diff`): `same` and `removed` parts in order
 * give the old text, `same` and `added` the new one. Words are those of `Intl.Segmenter`.
 */
export function diffTexts(before: string, after: string): DiffPart[] {
	return diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => ({
		text: value.join(''),
		change: added ? 'added' : removed ? 'removed' : 'same'
	}));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsOf(text: string): string[] {
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Share of character pairs that two texts have in common (Dice), 0–1; for finding an article under its new number. */
export function likeness(left: string, right: string): number {
	const [these, those] = [pairsOf(left), pairsOf(right)];
	const common = [...these].filter((pair) => those.has(pair)).length;
	return these.size + those.size === 0 ? 0 : (2 * common) / (these.size + those.size);
}

/** The character pairs of a text, without blanks. */
export function pairsOf(text: string): Set<string> {
	const letters = [...text.replace(/\s/g, '')];
	return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** Below this two articles share little more than the wording that all law shares. */
export const ALIKE = 0.4;

/** The article that reads most like a text; null when none comes near. */
export function nearestArticle(text: string, articles: readonly { article: string; text: string }[]): string | null {
	let best: { article: string; score: number } | null = null;
	for (const { article, text: other } of articles) {
		const score = likeness(text, other);
		if (score >= ALIKE && score > (best?.score ?? 0)) best = { article, score };
	}
	return best?.article ?? null;
}
