import { ROLES, type Role } from './roles.ts';

export const PEOPLE_STATES = {
	active: '在用账号',
	away: '今天不在岗',
	'first-password': '还没改初始密码',
	deactivated: '已停用',
	all: '全部'
} as const;
export const CERTIFICATE_FILTERS = { soon: '60 天内到期', expired: '已过期', none: '没有登记' } as const;
export const PEOPLE_ORDERS = { name: '姓名', account: '账号', certificate: '证件到期', joined: '入册先后' } as const;

/** What of the register is shown; every part of it stands in the address. */
export interface PeopleFilter {
	readonly query: string;
	/** Id of a unit, with everything below it; '' = all. */
	readonly unit: string;
	readonly role: Role | '';
	readonly state: keyof typeof PEOPLE_STATES;
	readonly certificate: keyof typeof CERTIFICATE_FILTERS | '';
	readonly order: keyof typeof PEOPLE_ORDERS;
	/** 1 = first. */
	readonly page: number;
}

export const PAGE_SIZE = 50;
const MOST_PAGES = 100_000;
const MOST_WORDS = 60;

const oneOf = <Key extends string, Other extends string>(
	table: Readonly<Record<Key, unknown>>,
	text: string,
	other: Other
) => (Object.hasOwn(table, text) ? (text as Key) : other);

/** Reads the address of the list; whatever it does not know means what it would mean if it were not there. */
export function readPeopleFilter(read: (name: string) => string | null): PeopleFilter {
	const text = (name: string) => read(name) ?? '';
	const page = /^[1-9]\d{0,6}$/.test(text('page')) ? Math.min(Number(text('page')), MOST_PAGES) : 1;
	return {
		query: [...text('q').normalize('NFKC').trim()].slice(0, MOST_WORDS).join(''),
		unit: text('unit'),
		role: oneOf(ROLES, text('role'), ''),
		state: oneOf(PEOPLE_STATES, text('state'), 'active'),
		certificate: oneOf(CERTIFICATE_FILTERS, text('certificate'), ''),
		order: oneOf(PEOPLE_ORDERS, text('order'), 'name'),
		page
	};
}

/** The address of a filter: only what is not as usual. A change of anything but the page leads to the first page. */
export function queryOfFilter(filter: PeopleFilter, change: Partial<PeopleFilter> = {}): string {
	const wanted = { ...filter, page: 1, ...change };
	const usual: Record<string, string> = {
		q: '',
		unit: '',
		role: '',
		state: 'active',
		certificate: '',
		order: 'name',
		page: '1'
	};
	const { query, page, ...rest } = wanted;
	const parts = Object.entries({ q: query, ...rest, page: String(page) }).filter(
		([key, value]) => value !== usual[key]
	);
	const text = new URLSearchParams(parts).toString();
	return text === '' ? '' : `?${text}`;
}
