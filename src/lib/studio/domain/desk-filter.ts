import { type Kind, isKind } from './manuscript.ts';
import { STATES, type State } from './workflow.ts';

export const SORTS = { newest: '最近改动', waiting: '等得最久', title: '题名' } as const;
export type Sort = keyof typeof SORTS;

/** What the desk lists; the address is its state. '' = all. */
export interface DeskFilter {
	readonly kind: Kind | '';
	readonly state: State | '';
	/** Id of a person. */
	readonly author: string;
	readonly query: string;
	readonly sort: Sort;
	/** From 1. */
	readonly page: number;
}

/** Reads it from an address; what is not understood filters nothing. */
export function readDeskFilter(search: URLSearchParams): DeskFilter {
	const text = (name: string) => search.get(name) ?? '';
	const [kind, state, sort, author] = ['kind', 'state', 'sort', 'author'].map(text) as [string, string, string, string];
	return {
		kind: isKind(kind) ? kind : '',
		state: Object.hasOwn(STATES, state) ? (state as State) : '',
		author: /^[0-9a-f-]{36}$/.test(author) ? author : '',
		query: text('q').normalize('NFKC').trim().slice(0, 60),
		sort: Object.hasOwn(SORTS, sort) ? (sort as Sort) : 'newest',
		page: /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1
	};
}

/** The address of another view of the same desk. */
export function deskAddress(filter: DeskFilter, change: Partial<DeskFilter>): string {
	const { query, sort, page, ...rest } = { ...filter, page: 1, ...change };
	const named = { ...rest, q: query, sort: sort === 'newest' ? '' : sort, page: page > 1 ? String(page) : '' };
	const search = new URLSearchParams(Object.entries(named).filter(([, value]) => value !== ''));
	return search.size > 0 ? `?${search.toString()}` : '';
}
