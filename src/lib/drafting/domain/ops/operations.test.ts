import { describe, expect, test } from 'vitest';
import { type Surroundings, ruleOf, scopeWith } from '../../../../../tests/support/small-rules.ts';
import type { Op } from '../check.ts';
import { checkRules } from '../check-rules.ts';
import type { Values } from '../path.ts';

/** + passed, - violated, ° not applicable */
function judge(check: object, fields: Values, around: Surroundings = {}): '+' | '-' | '°' {
	const { passed, violations } = checkRules([ruleOf(check)], scopeWith(fields, around), { fatalCap: 59 });
	return passed.length > 0 ? '+' : violations.length > 0 ? '-' : '°';
}

type Example = [
	check: { readonly op: Op; readonly [operand: string]: unknown },
	fields: Values,
	mark: '+' | '-' | '°',
	around?: Surroundings
];
const two = [{ cert: '1' }, { cert: '2' }];
const deadline = (more: object) => ({
	op: 'deadline' as const,
	start: 'f.a',
	end: 'f.b',
	unit: 'workday',
	n: 5,
	mode: 'within',
	...more
});
const statute = { amount: 'f.n', basis: 'f.s', party_type: 'f.t' };
const late = {
	op: 'late_fine' as const,
	principal: 'f.p',
	due: 'f.d',
	as_of: 'f.o',
	suspended: 'f.s',
	amount: 'f.n',
	rate: 'p.rate'
};
const lateFields = { p: 1000, d: '2026-03-02', o: '2026-03-12', s: 0, n: 300 };
const overlap = { op: 'no_overlap' as const, start: 'f.a', end: 'f.b', people: 'f.p[].cert', others: 'c.o' };
const nine = { a: '2026-03-02T09:00', b: '2026-03-02T10:00', p: two };
const other = (start_at: string, end_at: string, cert_nos: unknown) => ({
	c: { o: [{ start_at: `2026-03-02T${start_at}`, end_at: `2026-03-02T${end_at}`, cert_nos }] }
});

const EXAMPLES: Example[] = [
	[{ op: 'required', path: 'f.a' }, { a: 0 }, '+'],
	[{ op: 'required', path: 'f.a' }, { a: false }, '+'],
	[{ op: 'required', path: 'f.a' }, { a: '' }, '-'],
	[{ op: 'required', path: 'f.a' }, {}, '-'],
	[{ op: 'required', path: 'd.other.a' }, {}, '-'],
	[{ op: 'required_all', paths: ['f.a', 'f.b'] }, { a: 1, b: ['x'] }, '+'],
	[{ op: 'required_all', paths: ['f.a', 'f.b'] }, { a: 1, b: [] }, '-'],
	[{ op: 'required_any', paths: ['f.a', 'f.b'] }, { b: true }, '+'],
	[{ op: 'required_any', paths: ['f.a', 'f.b'] }, { b: false }, '-'],
	[{ op: 'required_any', paths: ['f.a', 'f.b'] }, { a: [], b: false }, '-'],
	[{ op: 'min_items', path: 'f.a', n: 2 }, { a: ['x', 'x'] }, '+'],
	[{ op: 'min_items', path: 'f.a', n: 2 }, {}, '-'],
	[{ op: 'min_items', path: 'f.a', n: 2, distinct: 'cert' }, { a: two }, '+'],
	[{ op: 'min_items', path: 'f.a', n: 2, distinct: 'cert' }, { a: [{ cert: '1' }, { cert: ' 1 ' }] }, '-'],
	[{ op: 'min_items', path: 'f.a', n: 2, distinct: 'cert' }, { a: [{ cert: '1' }, {}] }, '-'],
	[{ op: 'min_items', path: 'f.a', n: 'p.least' }, { a: ['x'] }, '-', { p: { least: 2 } }],
	[{ op: 'is_true', path: 'f.a' }, { a: true }, '+'],
	[{ op: 'is_true', path: 'f.a' }, { a: 'true' }, '-'],
	[{ op: 'is_true', path: 'f.a' }, {}, '-'],
	[{ op: 'all_true', paths: ['f.a', 'f.b'] }, { a: true, b: true }, '+'],
	[{ op: 'all_true', paths: ['f.a', 'f.b'] }, { a: true }, '-'],
	[{ op: 'not_true', path: 'f.a' }, {}, '+'],
	[{ op: 'not_true', path: 'f.a' }, { a: false }, '+'],
	[{ op: 'not_true', path: 'f.a' }, { a: true }, '-'],
	[{ op: 'doc_present', docs: ['one'] }, {}, '+', { d: { one: {} } }],
	[{ op: 'doc_present', docs: ['one', 'two'] }, {}, '-', { d: { one: {} } }],
	[{ op: 'each_has', path: 'f.a', keys: ['cert'] }, { a: two }, '+'],
	[{ op: 'each_has', path: 'f.a', keys: ['cert'] }, { a: [...two, { cert: '' }] }, '-'],
	[{ op: 'each_has', path: 'f.a', keys: ['cert'] }, { a: [] }, '°'],
	[{ op: 'in_set', path: 'f.a', values: ['x', 'y'] }, { a: 'y' }, '+'],
	[{ op: 'in_set', path: 'f.a', values: ['x', 'y'] }, { a: ['y', 'z'] }, '-'],
	[{ op: 'in_set', path: 'f.a', values: ['x', 'y'] }, {}, '°'],
	[{ op: 'same_set', a: 'f.a', b: 'f.b' }, { a: ['x', 'y', 'x'], b: ['y', ' x'] }, '+'],
	[{ op: 'same_set', a: 'f.a', b: 'f.b' }, { a: ['x'], b: ['x', 'y'] }, '-'],
	[{ op: 'same_set', a: 'f.a', b: 'f.b' }, { a: ['x', 'y'], b: ['x'] }, '-'],
	[{ op: 'same_set', a: 'f.a', b: 'f.b' }, { a: ['x'] }, '°'],
	[{ op: 'subset', a: 'f.a', b: 'f.b' }, { a: ['x'], b: ['x', 'y'] }, '+'],
	[{ op: 'subset', a: 'f.a', b: 'f.b' }, { a: ['z'], b: ['x', 'y'] }, '-'],
	[{ op: 'subset_const', values: ['x'], b: 'f.b' }, { b: ['x', 'y'] }, '+'],
	[{ op: 'subset_const', values: ['x', 'z'], b: 'f.b' }, { b: ['x', 'y'] }, '-'],
	[{ op: 'subset_const', values: ['x'], b: 'f.b' }, {}, '°'],
	[{ op: 'disjoint', a: 'f.a', b: 'f.b' }, { a: ['x'], b: ['y'] }, '+'],
	[{ op: 'disjoint', a: 'f.a', b: 'f.b' }, { a: ['x', 'z'], b: ['y', 'z'] }, '-'],
	[{ op: 'not_in', a: 'f.a', b: 'f.b' }, { a: 'x', b: ['y'] }, '+'],
	[{ op: 'not_in', a: 'f.a', b: 'f.b' }, { a: ' y', b: ['y'] }, '-'],
	[{ op: 'none_equal', path: 'f.a', value: 'x' }, { a: ['y'] }, '+'],
	[{ op: 'none_equal', path: 'f.a', value: 'x' }, { a: ['y', 'x'] }, '-'],
	[{ op: 'eq', a: 'f.a', b: 'f.b' }, { a: ' 恒舟 ', b: '恒舟' }, '+'],
	[{ op: 'eq', a: 'f.a', b: 'f.b' }, { a: '恒舟', b: '恒 舟' }, '-'],
	[{ op: 'eq', a: 'f.a', b: 'f.b' }, { a: '恒舟', b: ' ' }, '°'],
	[{ op: 'all_eq', pairs: [{ path: 'f.a', value: 60 }] }, { a: 60 }, '+'],
	[
		{
			op: 'all_eq',
			pairs: [
				{ path: 'f.a', value: 60 },
				{ path: 'f.b', value: 6 }
			]
		},
		{ a: 60, b: 3 },
		'-'
	],
	[
		{
			op: 'all_eq',
			pairs: [
				{ path: 'f.a', value: 60 },
				{ path: 'f.b', value: 6 }
			]
		},
		{ b: 3 },
		'°'
	],
	[{ op: 'all_same', paths: ['f.a', 'f.b', 'f.c'] }, { a: 'x', c: 'x ' }, '+'],
	[{ op: 'all_same', paths: ['f.a', 'f.b', 'f.c'] }, { a: 'x', c: 'y' }, '-'],
	[{ op: 'all_same', paths: ['f.a', 'f.b'] }, { a: 'x' }, '+'],
	[{ op: 'all_same', paths: ['f.a', 'f.b'] }, {}, '°'],
	[{ op: 'regex', path: 'f.a', pattern: /^\d{3}$/u }, { a: ' 123 ' }, '+'],
	[{ op: 'regex', path: 'f.a', pattern: /^\d{3}$/u }, { a: '1234' }, '-'],
	[{ op: 'contains_any', path: 'f.a', terms: ['灭失', '难以'] }, { a: '可能灭失' }, '+'],
	[{ op: 'contains_any', path: 'f.a', terms: ['灭失', '难以'] }, { a: '其他' }, '-'],
	[{ op: 'forbid_terms', path: 'f.a', terms: ['大概'] }, { a: '积尘3毫米' }, '+'],
	[{ op: 'forbid_terms', path: 'f.a', terms: ['大概'] }, { a: '大概3毫米' }, '-'],
	[{ op: 'num_cmp', a: 'f.a', cmp: '<=', b: 3 }, { a: 3 }, '+'],
	[{ op: 'num_cmp', a: 'f.a', cmp: '<=', b: 'p.most' }, { a: 4 }, '-', { p: { most: 3 } }],
	[{ op: 'num_cmp', a: 'f.a', cmp: '>=', b: 'f.b' }, { a: 0, b: 0 }, '+'],
	[{ op: 'num_cmp', a: 'f.a', cmp: '>', b: 'f.b' }, { a: 0, b: 0 }, '-'],
	[{ op: 'num_cmp', a: 'f.a', cmp: '<', b: 3 }, { a: 2 }, '+'],
	[{ op: 'num_cmp', a: 'f.a', cmp: '==', b: 'f.b' }, { a: 35_000, b: 35_000.01 }, '-'],
	[{ op: 'num_cmp', a: 'f.a', cmp: '==', b: 'd.x.b' }, { a: 1 }, '°'],
	[{ op: 'sum_eq', parts: ['f.a', 'f.b'], total: 'f.t' }, { a: 0.1, b: 0.2, t: 0.3 }, '+'],
	[{ op: 'sum_eq', parts: ['f.a', 'f.b'], total: 'f.t' }, { a: 5, t: 5.005 }, '+'],
	[{ op: 'sum_eq', parts: ['f.a', 'f.b'], total: 'f.t' }, { a: 5, b: 1, t: 5 }, '-'],
	[{ op: 'sum_eq', parts: ['f.a', 'f.b'], total: 'f.t' }, { t: 5 }, '°'],
	[{ op: 'sum_eq', parts: ['f.a', 'f.b'], total: 'f.t' }, { a: 5 }, '°'],
	[late, lateFields, '+', { p: { rate: 0.03 } }],
	[late, { ...lateFields, s: 4, n: 180 }, '+', { p: { rate: 0.03 } }],
	[late, { ...lateFields, s: 20, n: 0 }, '+', { p: { rate: 0.03 } }],
	[late, { ...lateFields, o: '2026-12-01', n: 1000 }, '+', { p: { rate: 0.03 } }],
	[late, { ...lateFields, n: 330 }, '-', { p: { rate: 0.03 } }],
	[late, { ...lateFields, p: 333.33, n: 100 }, '+', { p: { rate: 0.03 } }],
	[late, { ...lateFields, s: undefined }, '°', { p: { rate: 0.03 } }],
	[{ op: 'amount_upper', num: 'f.a', upper: 'f.b' }, { a: 35_000, b: '人民币叁万伍仟元整' }, '+'],
	[{ op: 'amount_upper', num: 'f.a', upper: 'f.b' }, { a: 0.29, b: '贰角玖分' }, '+'],
	[{ op: 'amount_upper', num: 'f.a', upper: 'f.b' }, { a: 35_000, b: '叁万伍仟元' }, '-'],
	[{ op: 'amount_upper', num: 'f.a', upper: 'f.b' }, { a: 35_000, b: '叁万伍佰元整' }, '-'],
	[{ op: 'amount_upper', num: 'f.a', upper: 'f.b' }, { a: 100_000, b: '拾万元整' }, '-'],
	[{ op: 'date_cmp', a: 'f.a', cmp: '<', b: 'f.b' }, { a: '2026-03-02T09:00', b: '2026-03-02T09:01' }, '+'],
	[{ op: 'date_cmp', a: 'f.a', cmp: '<', b: 'f.b' }, { a: '2026-03-02', b: '2026-03-02T23:59' }, '-'],
	[{ op: 'date_cmp', a: 'f.a', cmp: '<=', b: 'f.b' }, { a: '2026-03-02T23:59', b: '2026-03-02' }, '+'],
	[{ op: 'date_cmp', a: 'f.a', cmp: '==', b: 'f.b' }, { a: '2026-03-02', b: '2026-03-03' }, '-'],
	[{ op: 'date_cmp', a: 'f.a', cmp: '>', b: 'f.b' }, { a: '2026-10-01', b: '2026-09-30' }, '+'],
	[{ op: 'dates_all_le', path: 'f.l[].on', b: 'f.b' }, { l: [{ on: '2026-03-01' }, {}], b: '2026-03-01' }, '+'],
	[{ op: 'dates_all_le', path: 'f.l[].on', b: 'f.b' }, { l: [{ on: '2026-03-02' }], b: '2026-03-01' }, '-'],
	[{ op: 'date_chain', paths: ['f.a', 'f.b', 'f.c'] }, { a: '2026-03-01', c: '2026-03-01T08:00' }, '+'],
	[{ op: 'date_chain', paths: ['f.a', 'f.b', 'f.c'] }, { a: '2026-03-02', c: '2026-03-01' }, '-'],
	[{ op: 'date_chain', paths: ['f.a', 'f.b'] }, {}, '°'],
	[deadline({}), { a: '2026-04-27', b: '2026-05-07' }, '+'],
	[deadline({}), { a: '2026-04-27', b: '2026-05-08' }, '-'],
	[deadline({ mode: 'after' }), { a: '2026-04-27', b: '2026-05-07' }, '-'],
	[deadline({ mode: 'after' }), { a: '2026-04-27', b: '2026-05-08T00:00' }, '+'],
	[deadline({ mode: 'not_before' }), { a: '2026-04-27', b: '2026-05-07' }, '+'],
	[deadline({ mode: 'not_before' }), { a: '2026-04-27', b: '2026-05-06' }, '-'],
	[deadline({ unit: 'naturalday', n: 15 }), { a: '2026-09-16', b: '2026-10-08' }, '+'],
	[deadline({ unit: 'naturalday', n: 15, rollover: false }), { a: '2026-09-16', b: '2026-10-08' }, '-'],
	[deadline({ unit: 'month', n: 6 }), { a: '2026-08-31', b: '2027-03-01' }, '+'],
	[deadline({ unit: 'hour', n: 24 }), { a: '2026-03-02T09:00', b: '2026-03-03T09:00' }, '+'],
	[deadline({ unit: 'hour', n: 24 }), { a: '2026-03-02T09:00', b: '2026-03-03T09:01' }, '-'],
	[deadline({ unit: 'hour', n: 24 }), { a: '2026-03-02', b: '2026-03-03T09:01' }, '°'],
	[deadline({ n: 'd.x.days' }), { a: '2026-03-02', b: '2026-03-02' }, '°'],
	[deadline({ n: 'd.x.days' }), { a: '2026-03-02', b: '2026-03-05' }, '+', { d: { x: { days: 3 } } }],
	[overlap, nine, '+', other('10:00', '11:00', ['2'])],
	[overlap, nine, '+', other('09:30', '11:00', ['3'])],
	[overlap, nine, '-', other('09:59', '11:00', ['3', '2'])],
	[overlap, nine, '-', other('08:00', '11:00', '1')],
	[overlap, nine, '°'],
	[
		{ op: 'cites', path: 'f.l', law: '灯火法', article: '7' },
		{ l: [{ law: '《中华人民共和国灯火法》', article: '第七条' }] },
		'+'
	],
	[{ op: 'cites', path: 'f.l', law: '灯火法', article: '7' }, { l: [{ law: '灯火法', article: '17' }, {}] }, '-'],
	[
		{ op: 'cites_basis', path: 'f.l', basis: 'f.s' },
		{ s: 'up-to', l: [{ law: '灯火法', article: 7, item: '（二）' }] },
		'+'
	],
	[{ op: 'cites_basis', path: 'f.l', basis: 'f.s' }, { s: 'up-to', l: [{ law: '灯火法', article: 7 }] }, '-'],
	[{ op: 'cites_basis', path: 'f.l', basis: 'f.s' }, { s: 'range', l: [{ law: '灯火法', article: '8' }] }, '+'],
	[{ op: 'cites_basis', path: 'f.l', basis: 'f.s' }, { s: 'no-such', l: [{ law: '灯火法', article: '8' }] }, '-'],
	[{ op: 'statute_range', ...statute }, { n: 50, s: 'range', t: 'unit' }, '+'],
	[{ op: 'statute_range', ...statute }, { n: 100, s: 'range', t: 'unit' }, '+'],
	[{ op: 'statute_range', ...statute }, { n: 49.99, s: 'range', t: 'unit' }, '-'],
	[{ op: 'statute_range', ...statute }, { n: 100.01, s: 'range', t: 'unit' }, '-'],
	[{ op: 'statute_range', ...statute }, { n: 0.01, s: 'up-to', t: 'unit' }, '+'],
	[{ op: 'statute_range', ...statute }, { n: 0, s: 'up-to', t: 'unit' }, '-'],
	[{ op: 'statute_range', ...statute }, { n: 50, s: 'up-to', t: 'person' }, '-'],
	[{ op: 'statute_range', ...statute }, { n: 50, s: 'no-such', t: 'unit' }, '-'],
	[
		{ op: 'statute_range', ...statute },
		{ n: 60, s: 'income', t: 'person' },
		'+',
		{ c: { party: { last_year_income: 100 } } }
	],
	[
		{ op: 'statute_range', ...statute },
		{ n: 59, s: 'income', t: 'person' },
		'-',
		{ c: { party: { last_year_income: 100 } } }
	],
	[{ op: 'statute_range', ...statute }, { n: 59, s: 'income', t: 'person' }, '°'],
	[{ op: 'statute_range', ...statute }, { s: 'range', t: 'unit' }, '°'],
	[{ op: 'statute_upper', ...statute }, { n: 1, s: 'range', t: 'unit' }, '+'],
	[{ op: 'statute_upper', ...statute }, { n: 100.01, s: 'range', t: 'unit' }, '-'],
	[{ op: 'statute_upper', ...statute }, { n: 1, s: 'up-to', t: 'person' }, '-'],
	[
		{ op: 'statute_upper', ...statute },
		{ n: 101, s: 'income', t: 'person' },
		'-',
		{ c: { party: { last_year_income: 100 } } }
	]
];

describe('operations', () => {
	test.each(
		EXAMPLES.map(
			([check, fields, mark, around], index) => [`${index} ${check.op}`, check, fields, mark, around] as const
		)
	)('%s', (_, check, fields, mark, around) => {
		expect([fields, judge(check, fields, around)]).toEqual([fields, mark]);
	});

	test('each has an example that passes and one that fails', () => {
		const ops = new Set(EXAMPLES.map(([{ op }]) => op));
		for (const op of ops) {
			const seen = EXAMPLES.filter(([check]) => check.op === op).map(([, , mark]) => mark);
			expect([op, seen.includes('+'), seen.includes('-')]).toEqual([op, true, true]);
		}
		expect(ops.size).toBe(35);
	});
});
