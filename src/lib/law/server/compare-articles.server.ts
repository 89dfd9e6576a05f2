import type { Db } from '#db/connect.ts';
import { ARTICLE, articlePosition, formatArticle } from '#lib/shared/citation.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Affected } from '../domain/currency.ts';
import type { KnownVersion } from '../domain/succession.ts';
import { type DiffPart, diffTexts, nearestArticle } from '../domain/text-diff.ts';
import * as currencyRepository from './repository/currency.server.ts';

/** One side of a comparison: official text, our gist where there is none, or neither. */
export type Side =
	| { readonly kind: 'text'; readonly label: string; readonly text: string }
	| { readonly kind: 'gist'; readonly label: string; readonly text: string }
	| { readonly kind: 'missing'; readonly label: string };

export interface ComparedArticle {
	readonly article: string;
	readonly before: Side;
	/** Null = nothing took its place. */
	readonly after: Side | null;
	/** Only where both texts are official. */
	readonly parts: readonly DiffPart[] | null;
	/** Both texts are official and the same, word for word. */
	readonly isSame: boolean;
	/** Which article stands at the right; null = none. */
	readonly counterpart: string | null;
	/** The successor has its text but other numbers: the reader may name the article that belongs beside it. */
	readonly mayChoose: boolean;
	/** The counterpart was found by its wording. */
	readonly isGuess: boolean;
}

/** The cited articles of an affected piece, old beside new. */
export async function compareArticles(
	db: Db,
	one: Affected,
	versions: readonly KnownVersion[],
	counterparts: Readonly<Record<string, string>>
): Promise<ComparedArticle[]> {
	const { to } = one;
	const successor = versions.find(({ law, version }) => law === to?.law && version === to.version);
	const [before, texts] = await Promise.all([
		readSides(db, one.law, one.from, one.articles),
		successor?.hasText ? currencyRepository.selectTexts(db, successor.law, successor.version, null) : []
	]);
	const cited = [...one.articles].sort((left, right) => articlePosition(left) - articlePosition(right));
	const chosen = cited.map((article) => ({
		article,
		old: before(article),
		...choose(article, { isSameLaw: to?.law === one.law, old: before(article), texts, wanted: counterparts[article] })
	}));
	const wanted = chosen.flatMap(({ counterpart }) => counterpart ?? []);
	const after = successor ? await readSides(db, successor.law, successor.version, wanted) : null;
	return chosen.map(({ article, old, counterpart, isGuess }) => {
		const fresh = to && (after && counterpart ? after(counterpart) : { kind: 'missing' as const, label: '对应条文' });
		const parts = old.kind === 'text' && fresh?.kind === 'text' ? diffTexts(old.text, fresh.text) : null;
		const isSame = parts?.every(({ change }) => change === 'same') ?? false;
		const mayChoose = texts.length > 0 && !isSame;
		return { article, before: old, after: fresh, parts, isSame, counterpart, isGuess, mayChoose };
	});
}

interface Choice {
	readonly isSameLaw: boolean;
	readonly old: Side;
	readonly texts: readonly { article: string; text: string }[];
	readonly wanted: string | undefined;
}

/** What belongs beside an article: what the reader asked for, the same number of the same law, else what reads most like it. */
function choose(article: string, { isSameLaw, old, texts, wanted }: Choice) {
	if (wanted && ARTICLE.test(wanted)) return { counterpart: wanted, isGuess: false };
	const hasNumber = texts.length === 0 || texts.some((one) => one.article === article);
	if (isSameLaw && hasNumber) return { counterpart: article, isGuess: false };
	const guess = old.kind === 'text' ? nearestArticle(old.text, texts) : null;
	return { counterpart: guess, isGuess: guess !== null };
}

async function readSides(db: Db, law: string, version: Day, articles: readonly string[]) {
	const [texts, gists] =
		articles.length === 0
			? [[], []]
			: await Promise.all([
					currencyRepository.selectTexts(db, law, version, articles),
					currencyRepository.selectGistsOf(db, law, version, articles)
				]);
	return (article: string): Side => {
		const label = ARTICLE.test(article) ? formatArticle(article) : article;
		const text = texts.find((one) => one.article === article);
		if (text) return { kind: 'text', label, text: text.text };
		const gist = gists.find((one) => one.article === article);
		return gist ? { kind: 'gist', label: `${label} ${gist.heading}`, text: gist.gist } : { kind: 'missing', label };
	};
}
