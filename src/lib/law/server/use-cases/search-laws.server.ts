import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ARTICLE, formatArticle } from '#lib/shared/citation.ts';
import { type Day, dayOf } from '#lib/shared/time.ts';
import { describeSide } from '../../domain/date-pair.ts';
import { describeValidity, isInForce } from '../../domain/in-force.ts';
import { LAW_KINDS, type LawKind } from '../../domain/law-kinds.ts';
import { directHit } from '../../domain/search/direct-hit.ts';
import { type Excerpt, excerptOf } from '../../domain/search/excerpt.ts';
import { translate } from '../../domain/search/lexicon.ts';
import { questionTerms } from '../../domain/search/question-terms.ts';
import { type Ranked, rank, rarity } from '../../domain/search/rank.ts';
import type { TermWorth } from '../../domain/search/term-worth.ts';
import { wordsToMark } from '../../domain/search/words-to-mark.ts';
import { titleKey, shortTitle } from '../../domain/title-key.ts';
import { readState } from '../repository/search.server.ts';
import { type Catalogue, catalogueOf, lexiconOf, placeOf, termsOf, wordingOf } from '../search-cache.server.ts';

export interface LawQuestion {
	readonly query: string;
	/** Versions in force on the day of the act or on that of the decision; with neither, today. */
	readonly on?: Day | null;
	readonly decided?: Day | null;
	/** Only these kinds of law; empty = all. */
	readonly kinds?: readonly LawKind[];
	readonly limit: number;
	readonly offset?: number;
}

export interface LawHit {
	readonly lawId: string;
	/** Full title. */
	readonly law: string;
	readonly version: Day;
	/** `97`, `134-1`, or what stands for a unit without number. */
	readonly article: string;
	readonly label: string;
	/** Our heading; '' = we have none. */
	readonly heading: string;
	readonly kindLabel: string;
	readonly validity: string;
	/** 行为时的法 or 决定时的法, where two days were asked for and it was in force on one of them. */
	readonly side: string | null;
	readonly path: `/laws/${string}`;
	readonly score: number;
	/** Named by law and number, so not a matter of ranking. */
	readonly isDirect: boolean;
	readonly excerpt: Excerpt;
}

export interface LawAnswer {
	readonly hits: readonly LawHit[];
	readonly hasMore: boolean;
	/** Laws whose title holds the question, shortest title first. */
	readonly laws: readonly { readonly id: string; readonly title: string }[];
}

const LONGEST_QUESTION = 300;
const EXCERPT_CHARACTERS = 110;
const MOST_LAWS = 5;
/** An index may be replaced between two statements, hardly twice in a row. */
const ATTEMPTS = 3;

/** Articles for a question in plain words, best first; an article that is named comes before all. */
export async function searchLaws(ctx: Ctx, question: LawQuestion): Promise<LawAnswer> {
	authorise(ctx, 'law.readLaws');
	const query = question.query.trim().slice(0, LONGEST_QUESTION);
	for (let attempt = 1; query !== '' && attempt <= ATTEMPTS; attempt++) {
		const state = await readState(ctx.db);
		if (!state) break;
		const catalogue = await catalogueOf(ctx, state.generation, state.digest);
		if (!catalogue) continue;
		const lexicon = await lexiconOf(ctx, state.lexicon);
		const meanings = translate(query, lexicon);
		const terms = questionTerms(query, meanings);
		const worths = await termsOf(ctx, catalogue, terms.keys());
		const { offset = 0, limit } = question;
		const days = [question.on, question.decided].filter((day) => day != null);
		const admitted = admit(catalogue, days.length > 0 ? days : [dayOf(ctx.now)], question.kinds ?? []);
		const direct = findNamed(catalogue, query, admitted);
		const ranked = rank(catalogue.shelf, terms, { terms: worths, admitted, limit: offset + limit + 2 });
		const named = new Set(direct.map(({ document }) => document));
		const all = [...direct, ...ranked.filter(({ document }) => !named.has(document))];
		const page = all.slice(offset, offset + limit);
		const worthOf = (term: string) => (terms.get(term) ?? 0) * rarityIn(catalogue, worths.get(term));
		const words = wordsToMark(query, meanings, worthOf);
		const hits = await describe(ctx, { catalogue, words, page, named, days });
		const laws = lawsNamed(catalogue, query, admitted);
		return { hits, hasMore: all.length > offset + limit, laws };
	}
	return { hits: [], hasMore: false, laws: [] };
}

const ADMISSIONS = 50;

function admit({ versions, admissions }: Catalogue, days: readonly Day[], kinds: readonly LawKind[]): Uint8Array {
	const asked = [...days, ...kinds].join();
	const kept = admissions.get(asked);
	if (kept) return kept;
	const fits = (one: Catalogue['versions'][number]) =>
		(kinds.length === 0 || kinds.includes(one.kind)) && days.some((day) => isInForce(one, day));
	const admitted = Uint8Array.from(versions, (one) => (fits(one) ? 1 : 0));
	if (admissions.size >= ADMISSIONS) admissions.clear();
	admissions.set(asked, admitted);
	return admitted;
}

/** The article that a citation-shaped question names, in every admitted version, with the highest score there is. */
function findNamed({ lawOf, versions }: Catalogue, query: string, admitted: Uint8Array): Ranked[] {
	const named = directHit(query, (key) => lawOf.has(key));
	if (!named) return [];
	const lawId = lawOf.get(named.key);
	return versions.flatMap(({ lawId: id, articles, firstDocument }, number) => {
		const at = id === lawId && admitted[number] === 1 ? articles.indexOf(named.article) : -1;
		return at < 0 ? [] : [{ document: firstDocument + at, score: Number.POSITIVE_INFINITY }];
	});
}

const rarityIn = ({ shelf }: Catalogue, term: TermWorth | undefined) =>
	term ? rarity(shelf.documents, term.documents) : 0;

function lawsNamed({ versions, titles }: Catalogue, query: string, admitted: Uint8Array): LawAnswer['laws'] {
	const key = titleKey(query);
	if (key.length < 2 || !titles.includes(key)) return [];
	const named = versions.filter((one, number) => admitted[number] === 1 && one.titleKey.includes(key));
	named.sort((left, right) => left.titleKey.length - right.titleKey.length);
	return named.slice(0, MOST_LAWS).map(({ lawId, title }) => ({ id: lawId, title }));
}

interface Found {
	readonly catalogue: Catalogue;
	/** To be marked. */
	readonly words: ReadonlyMap<string, number>;
	readonly page: readonly Ranked[];
	/** Documents that the question names by law and number. */
	readonly named: ReadonlySet<number>;
	readonly days: readonly Day[];
}

async function describe(ctx: Ctx, { catalogue, words, page, named, days }: Found): Promise<LawHit[]> {
	const best = page.find(({ document }) => !named.has(document))?.score ?? 1;
	const [on, decided] = days;
	const documents = page.map(({ document }) => document);
	const wordings = await wordingOf(ctx, catalogue, documents);
	return page.map(({ document, score }, at) => {
		const { lawId, title, version, article, kind, ...one } = placeOf(catalogue, document);
		const { label, text, heading, gist } = wordings[at]!;
		const side = on && decided ? describeSide({ version, ...one }, { on, decided }) : null;
		return {
			...{ lawId, law: title, version, article, heading: heading ?? '', kindLabel: LAW_KINDS[kind], side },
			label: label ?? (ARTICLE.test(article) ? formatArticle(article) : article),
			...{ validity: describeValidity({ version, ...one }), path: pathOf(lawId, article) },
			excerpt: excerptOf(text ?? gist ?? '', words, EXCERPT_CHARACTERS),
			score: Number((named.has(document) ? best * 2 : score).toFixed(3)),
			isDirect: named.has(document)
		};
	});
}

const pathOf = (lawId: string, article: string): `/laws/${string}` =>
	`/laws/${encodeURIComponent(lawId)}/${encodeURIComponent(article)}`;

/** Hits for the general search box. */
export async function findArticles(ctx: Ctx, query: string, limit: number) {
	authorise(ctx, 'search.find');
	const { hits } = await searchLaws(ctx, { query, limit });
	return hits.map(({ law, label, heading, path, excerpt }) => ({
		title: `${shortTitle(law)} ${label} ${heading}`.trim(),
		path,
		excerpt: excerpt.text
	}));
}
