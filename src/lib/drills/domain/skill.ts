import { DRILL_KINDS, type DrillKind } from './kinds.ts';

// What an officer's own answers say about skill. Each question counts once, as it was answered last: questions answered again
// and again would otherwise look like many. Nobody but the officer is shown any of this.

/** A question as the officer answered it last. */
export interface LastAnswer {
	readonly itemId: string;
	readonly kind: DrillKind;
	/** Fully right; half of the options is not. */
	readonly isRight: boolean;
	/** What the question rests on, `law/article`, each once. */
	readonly articles: readonly string[];
}

/** A share with what it stands on: `right` of `of`, and whole percents between which the true share lies in 95 of 100 cases. */
export interface Share {
	readonly right: number;
	readonly of: number;
	readonly low: number;
	readonly high: number;
}

const Z = 1.96;

/**
 * The share of right answers with its interval by Wilson's score, which stays inside 0–100 and holds for few answers too.
 * Without any answer it is everything that can be.
 * @source E. B. Wilson: Probable Inference, the Law of Succession, and Statistical Inference (1927)
 */
export function shareOf(right: number, of: number): Share {
	if (of === 0) return { right, of, low: 0, high: 100 };
	const share = right / of;
	const middle = share + Z ** 2 / (2 * of);
	const reach = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
	const scale = 100 / (1 + Z ** 2 / of);
	// Outwards, so that rounding never makes it look surer; clipped because of the last bit of a float.
	const low = Math.max(0, Math.floor((middle - reach) * scale + 1e-9));
	return { right, of, low, high: Math.min(100, Math.ceil((middle + reach) * scale - 1e-9)) };
}

/** Below so many questions a share says nothing about a kind; ours: the interval is then wider than half of the scale. */
export const LEAST_QUESTIONS = 10;

export interface KindSkill extends Share {
	readonly kind: DrillKind;
	readonly label: string;
	/** Whether there are enough questions to say anything. */
	readonly tells: boolean;
}

/** All five kinds, also those never answered. */
export function skillsByKind(answers: readonly LastAnswer[]): KindSkill[] {
	return (Object.keys(DRILL_KINDS) as DrillKind[]).map((kind) => {
		const own = answers.filter((one) => one.kind === kind);
		const share = shareOf(own.filter(({ isRight }) => isRight).length, own.length);
		return { kind, label: DRILL_KINDS[kind], ...share, tells: share.of >= LEAST_QUESTIONS };
	});
}

export interface ArticleSkill extends Share {
	/** `law/article` */
	readonly article: string;
}

/** Right so often an article counts as known, percent. */
const KNOWN = 80;

/**
 * The weakest and the strongest articles, at most `size` each, none in both. Weak: at least one question of it is not right,
 * the lowest upper bound first, so that two wrong of two stand before one wrong of one. Strong: at least two questions, at least 80 % right, the
 * highest lower bound first. What is still equal stands in the order of the article's key.
 */
export function rankArticles(answers: readonly LastAnswer[], size: number) {
	const byArticle = new Map<string, { right: number; of: number }>();
	for (const { articles, isRight } of answers) {
		for (const article of new Set(articles)) {
			const before = byArticle.get(article) ?? { right: 0, of: 0 };
			byArticle.set(article, { right: before.right + (isRight ? 1 : 0), of: before.of + 1 });
		}
	}
	const all = [...byArticle].map(([article, { right, of }]): ArticleSkill => ({ article, ...shareOf(right, of) }));
	const byKey = (left: ArticleSkill, right: ArticleSkill) => (left.article < right.article ? -1 : 1);
	const weakest = all
		.filter(({ right, of }) => right < of)
		.sort((left, right) => left.high - right.high || left.low - right.low || byKey(left, right))
		.slice(0, size);
	const strongest = all
		.filter((one) => !weakest.includes(one) && one.of > 1 && one.right * 100 >= one.of * KNOWN)
		.sort((left, right) => right.low - left.low || byKey(left, right))
		.slice(0, size);
	return { weakest, strongest };
}
