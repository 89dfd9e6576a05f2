import { ARTICLE } from '#lib/shared/citation.ts';
import { AREAS, INDUSTRIES } from '#lib/shared/piece.ts';
import { POLARITIES } from './case.ts';

/** How far the reader is. */
export const READ_STATES = { unread: '没读过', begun: '读了一半', read: '读完了' } as const;
export const SORTS = { new: '最近在前', easy: '容易在前', short: '篇幅短在前' } as const;
const DIFFICULTIES = ['1', '2', '3', '4', '5'];

/** What the list is narrowed to, as it stands in the address; '' = everything. */
export interface CaseFilter {
	readonly polarity: string;
	readonly area: string;
	readonly industry: string;
	readonly difficulty: string;
	readonly state: string;
	/** `work-safety-law/97`, or a law alone. */
	readonly article: string;
	readonly query: string;
	readonly sort: string;
	/** From 1. */
	readonly page: number;
}

const MOST_PAGES = 1000;
const LONGEST_QUERY = 60;
const LAW = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads the address; what is no value of a filter narrows nothing. */
export function readCaseFilter(of: (name: string) => string): CaseFilter {
	const oneOf = (name: string, values: readonly string[]) => (values.includes(of(name)) ? of(name) : '');
	const page = Number(of('page'));
	return {
		polarity: oneOf('polarity', Object.keys(POLARITIES)),
		area: oneOf('area', Object.keys(AREAS)),
		industry: oneOf('industry', INDUSTRIES),
		difficulty: oneOf('difficulty', DIFFICULTIES),
		state: oneOf('state', Object.keys(READ_STATES)),
		article: isArticle(of('article')) ? of('article') : '',
		query: of('query').normalize('NFKC').trim().slice(0, LONGEST_QUERY),
		sort: oneOf('sort', Object.keys(SORTS)) || 'new',
		page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
	};
}

function isArticle(text: string): boolean {
	const [law = '', article, ...more] = text.split('/');
	return LAW.test(law) && more.length === 0 && (article === undefined || ARTICLE.test(article));
}

/** The filter as an address again: only what narrows, and the first page is no page. */
export function filterAddress(filter: CaseFilter, change: Partial<CaseFilter> = {}): string {
	const { page, sort, ...rest } = { ...filter, ...change };
	const pairs = Object.entries({ ...rest, sort: sort === 'new' ? '' : sort, page: page > 1 ? String(page) : '' });
	const kept = pairs.filter(([, value]) => value !== '');
	return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`;
}
