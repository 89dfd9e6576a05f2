import { describe, expect, test } from 'vitest';
import { parsePath } from './path.ts';
import { periodsFrom } from './field-periods.ts';
import { buildForm } from './editor-form.ts';
import { placeOf } from './report-view.ts';
import { viewEntry } from './sheet-view.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Rule } from './rule.ts';
import type { RuleBook } from './rule-book.ts';
import type { Scalar, Shape } from './shape.ts';

const scalar = (name: Scalar): Shape => ({ kind: 'scalar', scalar: name });
const at = (text: string) => parsePath(text)!;
const rule = (id: string, check: Rule['check']): Rule => ({
	...{ id, check, requirement: '要求', kind: 'deadline', severity: 'major', points: 5, basis: '某法' },
	...{ basisStatus: 'verified', citations: [], when: [], unless: [] }
});

function kindOf(id: string, parts: Record<string, [label: string, shape: Shape]>, rules: Rule[] = []): DocumentKind {
	const entries = Object.entries(parts);
	return {
		...{ id, title: `${id}的名称`, purpose: '', stage: 'decision', template: 'local', weight: 1, rules },
		fields: entries.map(([key, [label]]) => ({ id: key, label, isExpected: true, from: undefined, source: '登记簿' })),
		shape: {
			kind: 'record',
			parts: Object.fromEntries(entries.map(([key, [label, shape]]) => [key, { label, shape }]))
		}
	};
}

const order = kindOf(
	'order',
	{
		issued_on: ['出具日期', scalar('date')],
		due_on: ['改正期限', scalar('date')],
		fine: ['罚款', scalar('money')],
		fine_upper: ['大写', scalar('upper-money')]
	},
	[
		rule('ORD-01', {
			op: 'deadline',
			start: at('f.issued_on'),
			end: at('f.due_on'),
			unit: 'workday',
			n: 7,
			mode: 'within'
		}),
		rule('ORD-02', {
			op: 'deadline',
			start: at('f.issued_on'),
			end: at('f.due_on'),
			unit: 'workday',
			n: 7,
			mode: 'within'
		}),
		rule('ORD-03', { op: 'amount_upper', num: at('f.fine'), upper: at('f.fine_upper') })
	]
);
const review = kindOf('review', { reviewed_on: ['复查日期', scalar('date')] }, [
	rule('REV-01', {
		op: 'deadline',
		start: at('d.order.issued_on'),
		end: at('f.reviewed_on'),
		unit: 'naturalday',
		n: at('p.days'),
		mode: 'not_before',
		rollover: false
	}),
	rule('REV-02', {
		op: 'deadline',
		start: at('d.order.due_on'),
		end: at('f.reviewed_on'),
		unit: 'workday',
		n: at('d.order.days'),
		mode: 'after'
	})
]);
const book: RuleBook = {
	documents: new Map([
		['order', order],
		['review', review]
	]),
	...{ fileRules: [], facts: { kind: 'record', parts: {} }, statutes: new Map() },
	parameters: [{ id: 'days', label: '天数', value: 10, status: 'configurable', note: '' }],
	scoring: { fatalCap: 59, documentsPercent: 70, fileRulesPercent: 30, grades: [] },
	layouts: new Map(),
	texts: { fields: {}, vague: [], people: { facts: '', reasons: '', orders: '', spoken: '' } }
};

describe('periods that run from a field', () => {
	test('those of the own rules and of other documents, each once, a figure of the place looked up', () => {
		expect(periodsFrom(order, book).get('issued_on')).toEqual([
			{ rule: 'ORD-01', ends: '改正期限', length: 7, unit: 'workday', rolls: true, mode: 'within' },
			{
				rule: 'REV-01',
				ends: '《review的名称》复查日期',
				length: 10,
				unit: 'naturalday',
				rolls: false,
				mode: 'not_before'
			}
		]);
	});
	test('a length that another document states is not guessed', () => {
		expect(periodsFrom(order, book).get('due_on')).toBeUndefined();
		expect(periodsFrom(review, book).size).toBe(0);
	});
});

test('the form knows of an amount in words where its figure stands', () => {
	const figures = buildForm(order, book).fields.map(({ key, figure }) => [key, figure]);
	expect(figures).toEqual([
		['issued_on', null],
		['due_on', null],
		['fine', null],
		['fine_upper', 'fine']
	]);
});

test.each([
	['f.facts', { field: 'facts', row: null }],
	['f.officers[1].cert_no', { field: 'officers', row: 2 }],
	['f.officers[].cert_no', { field: 'officers', row: null }],
	['d.penalty-notice.served_on', { field: '', row: null }],
	['c.party.name', { field: '', row: null }]
])('%s stands at %j', (path, place) => {
	expect(placeOf(path)).toEqual(place);
});

describe('a field to be read', () => {
	const form = (shape: Shape) => buildForm(kindOf('one', { it: ['它', shape] }), book).fields[0]!.shape;
	const person: Shape = {
		kind: 'record',
		parts: { name: { label: '姓名', shape: scalar('string') }, cert_nos: { label: '证号', shape: scalar('strings') } }
	};
	test.each<[Shape, unknown, ReturnType<typeof viewEntry>]>([
		[scalar('date'), '2026-06-10', { kind: 'text', text: '2026年6月10日' }],
		[scalar('datetime'), '2026-06-10T09:30', { kind: 'text', text: '2026年6月10日 09:30' }],
		[scalar('date'), '六月十日', { kind: 'text', text: '六月十日' }],
		[scalar('bool'), 'true', { kind: 'text', text: '是' }],
		[scalar('bool'), '', null],
		[{ kind: 'enum', options: ['unit'], labels: { unit: '单位' } }, 'unit', { kind: 'text', text: '单位' }],
		[{ kind: 'enum', options: ['unit'], labels: { unit: '单位' } }, 'other', { kind: 'text', text: 'other' }],
		[{ kind: 'list', of: scalar('string') }, ['笔录', ''], { kind: 'lines', lines: ['笔录'] }],
		[
			person,
			{ name: '许知行', cert_nos: ['1', '2'] },
			{
				kind: 'group',
				items: [
					{ label: '姓名', text: '许知行' },
					{ label: '证号', text: '1、2' }
				]
			}
		],
		[{ kind: 'list', of: person }, [{ name: '许知行' }, {}], { kind: 'table', head: ['姓名'], rows: [['许知行']] }],
		[{ kind: 'list', of: person }, [{}], null],
		[{ kind: 'list', of: person }, 'kein', null]
	])('%j %j', (shape, entry, view) => {
		expect(viewEntry(form(shape), entry)).toEqual(view);
	});
});
