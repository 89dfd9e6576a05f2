import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CERTIFICATE_FILTERS, PEOPLE_ORDERS, PEOPLE_STATES, queryOfFilter, readPeopleFilter } from './people-filter.ts';
import { ROLES } from './roles.ts';

const readFrom = (query: string) => {
	const parameters = new URLSearchParams(query);
	return readPeopleFilter((name) => parameters.get(name));
};
const USUAL = readFrom('');

test('without an address: everybody at work, by name', () => {
	expect(USUAL).toEqual({ query: '', unit: '', role: '', state: 'active', certificate: '', order: 'name', page: 1 });
	expect(queryOfFilter(USUAL)).toBe('');
});

test.each([
	['q=%20林岳%20', { query: '林岳' }],
	['q=ＱＬ０１', { query: 'QL01' }],
	[
		'role=judge&state=all&certificate=soon&order=joined&page=3',
		{ role: 'judge', state: 'all', certificate: 'soon', order: 'joined', page: 3 }
	],
	['role=constructor&state=toString&order=__proto__&certificate=x', {}],
	['page=0', {}],
	['page=-1', {}],
	['page=1e9', {}],
	['page=9999999', { page: 100_000 }]
])('%s', (query, expected) => {
	expect(readFrom(query)).toEqual({ ...USUAL, ...expected });
});

test('whatever is chosen comes back from its address, and a change goes to the first page', () => {
	const keys = <Key extends string>(table: Record<Key, unknown>) => fc.constantFrom(...(Object.keys(table) as Key[]));
	const filter = fc.record({
		query: fc.string({ maxLength: 20 }).map((text) => text.normalize('NFKC').trim()),
		unit: fc.constantFrom('', '01980000-0000-7000-8000-000000000000'),
		role: fc.oneof(fc.constant('' as const), keys(ROLES)),
		state: keys(PEOPLE_STATES),
		certificate: fc.oneof(fc.constant('' as const), keys(CERTIFICATE_FILTERS)),
		order: keys(PEOPLE_ORDERS),
		page: fc.integer({ min: 1, max: 400 })
	});
	fc.assert(
		fc.property(filter, (one) => {
			expect(readFrom(queryOfFilter(one, { page: one.page }))).toEqual(one);
			expect(readFrom(queryOfFilter(one, { role: 'judge' }))).toEqual({ ...one, role: 'judge', page: 1 });
		})
	);
});
