import { type Lexicon, translate } from '#lib/law/domain/search/lexicon.ts';
import { questionTerms } from '#lib/law/domain/search/question-terms.ts';
import { eachTerm } from '#lib/law/domain/search/term-codes.ts';
import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';
import type { Provision } from './provision.ts';

interface Entry {
	readonly rule: Provision;
	readonly law: string;
	/** Term → what it weighs here. */
	readonly terms: ReadonlyMap<string, number>;
}

/** The provisions ready for being looked for by words. */
export interface ProvisionIndex {
	readonly entries: readonly Entry[];
	readonly rarity: ReadonlyMap<string, number>;
	readonly lexicon: Lexicon;
	/** Short titles of laws with their ids, the longest first. */
	readonly titles: readonly (readonly [string, string])[];
}

/** Words of the violation count in full, hints on telling violations apart a little. */
const NOTES = 0.3;
/** Pairs of characters tell more than characters. */
const SINGLE = 0.25;
/** What matches far worse than the best is noise. */
const WORTH_SHOWING = 0.4;
const MOST = 15;

/** Made once per rule book. */
export function buildProvisionIndex(
	provisions: Iterable<Provision>,
	laws: Readonly<Record<string, string>>,
	lexicon: Lexicon
): ProvisionIndex {
	const entries = [...provisions].map((rule): Entry => {
		const terms = new Map<string, number>();
		const add = (text: string, weight: number) =>
			eachTerm(text, (term, isPair) => {
				const own = isPair ? weight : weight * SINGLE;
				terms.set(term, Math.max(own, terms.get(term) ?? 0));
			});
		add(rule.violation, 1);
		add(rule.notes ?? '', NOTES);
		add(rule.subjects.join(' '), NOTES);
		return { rule, law: rule.penalty.law, terms };
	});
	const counts = new Map<string, number>();
	for (const { terms } of entries) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
	const rarity = new Map([...counts].map(([term, count]) => [term, Math.log(1 + entries.length / count)]));
	const titles = Object.entries(laws)
		.map(([id, title]) => [title, id] as const)
		.toSorted((left, right) => right[0].length - left[0].length);
	return { entries, rarity, lexicon, titles };
}

/** Rules that fit a question, best first: by article where it names one, else by its words and their legal synonyms. */
export function searchProvisions(index: ProvisionIndex, question: string): Provision[] {
	const { law, rest } = namedLaw(index, question);
	const within = index.entries.filter((entry) => law === null || entry.law === law);
	const cited = namedPlace(rest);
	if (cited) return byArticle(within, cited);
	if (!/[\p{L}\p{N}]/u.test(rest)) return law === null ? [] : within.map(({ rule }) => rule);
	const terms = questionTerms(rest, translate(rest, index.lexicon));
	const scored = within.map(({ rule, terms: own }) => {
		let score = 0;
		for (const [term, weight] of terms) score += weight * (own.get(term) ?? 0) * (index.rarity.get(term) ?? 0);
		return { rule, score };
	});
	const best = Math.max(...scored.map(({ score }) => score), 0);
	if (best < LEAST) return [];
	return scored
		.filter(({ score }) => score >= best * WORTH_SHOWING)
		.toSorted((left, right) => right.score - left.score)
		.slice(0, MOST)
		.map(({ rule }) => rule);
}

/** A single shared character is no match. */
const LEAST = 1;

function namedLaw({ titles }: ProvisionIndex, question: string) {
	const text = question
		.normalize('NFKC')
		.replace(/[《》\s]/g, '')
		.replace('中华人民共和国', '');
	const found = titles.find(([title]) => text.includes(title));
	return found ? { law: found[1], rest: text.replace(found[0], '') } : { law: null, rest: text };
}

const NUMBER = `[${NUMERALS}]{1,9}`;
const PLACE = new RegExp(`^第?(${NUMBER})条?(?:第?(${NUMBER})款)?(?:第?[(（]?(${NUMBER})[)）]?项)?$`);

/** `97条3项`, `第九十七条第一款第（三）项`, `97`. */
function namedPlace(text: string): { article: string; paragraph: number | null; item: number | null } | null {
	const match = PLACE.exec(text);
	const number = match ? readNumber(match[1]!) : null;
	if (!match || number === null || number < 1) return null;
	const part = (numeral: string | undefined) => (numeral === undefined ? null : readNumber(numeral));
	return { article: String(number), paragraph: part(match[2]), item: part(match[3]) };
}

/** First what the article threatens, then what breaches of it are punished by. */
function byArticle(
	entries: readonly Entry[],
	{ article, paragraph, item }: NonNullable<ReturnType<typeof namedPlace>>
) {
	const threatens = entries.filter(
		({ rule: { penalty } }) =>
			penalty.article === article &&
			(paragraph === null || penalty.paragraph === undefined || penalty.paragraph === paragraph) &&
			(item === null || penalty.item === undefined || penalty.item === item)
	);
	const breached = entries.filter(
		(entry) => !threatens.includes(entry) && entry.rule.duties.some((duty) => duty.article === article)
	);
	return [...threatens, ...breached].map(({ rule }) => rule);
}
