import { titleKey } from '../title-key.ts';
import type { LawKind } from '../law-kinds.ts';

/**
 * How likely a text is what people mean, before any question: other texts cite the laws that matter, and articles that
 * only state a purpose, a date in force or an amendment answer hardly any question. Found by measuring, decision 0015.
 */
const KIND: Record<LawKind, number> = {
	...{ constitution: 0, law: 1, regulation: 0.3, interpretation: 0.3, rule: 0.2, other: -1 }
};
const CITED = 0.8;
const YEAR = 0.02;
const MIDDLE_YEAR = 2010;
const STEP = 0.2;
const LEAST = 0.1;

const MENTION = /《([^》]{2,40})》|(刑法|民法典|刑事诉讼法|民事诉讼法|行政诉讼法|公司法|劳动法|劳动合同法)(?=第)/g;
const AMENDS = /修正案|的决定/;
const ANSWERS_ONE_CASE = /批复|答复|通知|意见/;
const CLOSING = /^(?:本(?:法|条例|规定|办法|解释|细则)|.{0,30})自.{2,20}起(?:施行|实施)|同时废止/;
const LONGEST_CLOSING = 160;
const PURPOSE = /^(?:为|为了)/;

/** Keys (`titleKey`) of the laws that a text names. */
export function mentionedLaws(text: string): Set<string> {
	return new Set([...text.matchAll(MENTION)].map(([, title, bare]) => titleKey(title ?? bare!)));
}

/** What counts against a single article: purposes and closing articles. */
export function articlePenalty(article: string, text: string): number {
	const closing = text.length < LONGEST_CLOSING && CLOSING.test(text) ? 2 : 0;
	return closing + (article === '1' && PURPOSE.test(text) ? 1 : 0);
}

/**
 * The factor of an article's score, at least 0.1; 1 = nothing is known.
 * @param cited how many articles of other texts name its law
 */
export function standing(
	law: { readonly title: string; readonly kind: LawKind; readonly version: string },
	cited: number,
	penalty: number
): number {
	const about = (AMENDS.test(law.title) ? 2 : 0) + (ANSWERS_ONE_CASE.test(law.title) ? 1 : 0);
	const age = YEAR * (Number(law.version.slice(0, 4)) - MIDDLE_YEAR);
	return Math.max(LEAST, 1 + STEP * (CITED * Math.log1p(cited) + age + KIND[law.kind] - about - penalty));
}
