import { expect, test } from 'vitest';
import { changeKey, changesOf } from './changes.ts';
import type { Settled } from './currency.ts';
import type { KnownVersion } from './succession.ts';

const version = (
	law: string,
	name: string,
	from: string | null,
	until: string | null,
	replacedBy: string | null = null
) =>
	({
		law,
		title: law,
		version: name,
		inForceFrom: from,
		inForceUntil: until,
		replacedBy,
		hasText: false
	}) satisfies KnownVersion;
const versions = [
	version('regulation', '2013-12-07', null, '2026-04-30', 'act'),
	version('act', '2025-12-27', '2026-05-01', null),
	version('order', '2025-11-24', '2026-02-01', null),
	version('rule', '2018-01-01', '2018-01-01', '2026-06-30'),
	version('code', '2010-01-01', '2010-01-01', '2019-12-31'),
	version('code', '2019-08-01', '2020-01-01', null)
];
const SPAN = { since: '2025-11-20', until: '2027-11-20' };
const lines = (settled: readonly Settled[] = []) =>
	changesOf(settled, versions, SPAN).map(
		({ law, from, to, since, pieces }) => `${since} ${law} ${from} > ${to?.law} ${to?.version} (${pieces.length})`
	);
const settled: Settled = {
	...{ kind: 'item', id: 'one', version: 1, title: '题', asOf: '2026-04-20', articles: ['77'], reviewId: 'r' },
	...{ law: 'regulation', from: '2013-12-07', to: { law: 'act', version: '2025-12-27' }, since: '2026-05-01' },
	...{ standing: 'open', reason: null }
};

test('beginnings and ends of the span, newest first, each once; where the version before is not recorded, none', () => {
	expect(lines()).toEqual([
		'2026-07-01 rule 2018-01-01 > undefined undefined (0)',
		'2026-05-01 regulation 2013-12-07 > act 2025-12-27 (0)',
		'2026-02-01 order null > order 2025-11-24 (0)'
	]);
});

test('affected pieces stand under their change, also one older than the span', () => {
	const old = {
		...settled,
		law: 'code',
		from: '2010-01-01',
		to: { law: 'code', version: '2019-08-01' },
		since: '2020-01-01'
	};
	expect(lines([settled, { ...settled, id: 'two' }, old])).toEqual([
		'2026-07-01 rule 2018-01-01 > undefined undefined (0)',
		'2026-05-01 regulation 2013-12-07 > act 2025-12-27 (2)',
		'2026-02-01 order null > order 2025-11-24 (0)',
		'2020-01-01 code 2010-01-01 > code 2019-08-01 (1)'
	]);
});

test('a change has one name', () => {
	expect(changeKey(settled)).toBe('regulation~2013-12-07~act~2025-12-27');
	expect(changeKey({ law: 'order', from: null, to: null })).toBe('order~~~');
});
