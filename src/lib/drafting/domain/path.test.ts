import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePath, partAt, valueAt } from './path.ts';
import { nest, readType } from './shape.ts';

const VALUES = {
	...{ name: ' 恒舟 ', blank: '　 ', none: null, zero: 0, no: false, empty: [] },
	people: [{ name: '甲', cert: '1' }, { name: '乙' }, { name: '丙', cert: ' ' }, null],
	groups: [{ certs: ['1', '2'] }, { certs: [] }, { certs: ['3'] }],
	inner: { court: '法院', list: [{ days: 60 }] }
};
const at = (text: string) => valueAt(parsePath(text)!.steps, VALUES);

describe('values', () => {
	test.each([
		['f.name', ' 恒舟 '],
		['f.blank', undefined],
		['f.none', undefined],
		['f.empty', undefined],
		['f.missing', undefined],
		['f.zero', 0],
		['f.no', false],
		['f.inner.court', '法院'],
		['f.inner.court.more', undefined],
		['f.people[].name', ['甲', '乙', '丙']],
		['f.people[].cert', ['1']],
		['f.people[].nothing', undefined],
		['f.groups[].certs', ['1', '2', '3']],
		['f.inner.list[].days', [60]],
		['f.constructor', undefined]
	])('%s', (text, value) => {
		expect(at(text)).toEqual(value);
	});

	test('a document that is not there has no values', () => {
		expect(valueAt(parsePath('d.penalty-notice.served_on')!.steps, undefined)).toBeUndefined();
	});
});

describe('paths', () => {
	test.each([
		['f.served_on', 'f', null],
		['d.penalty-notice.served_on', 'd', 'penalty-notice'],
		['c.party.name', 'c', null],
		['p.late_rate', 'p', null]
	])('%s', (text, space, document) => {
		expect(parsePath(text)).toMatchObject({ text, space, document });
	});

	test.each(['', 'f', 'f.', 'x.name', 'served_on', 'd.served_on', 'f.Name', 'f.a b', 'f.a[0]', 'f.a[]b', 'd.f.a.b c'])(
		'%j is none',
		(text) => {
			expect(parsePath(text)).toBeNull();
		}
	);

	test('a path is written as it was read', () => {
		const key = fc.stringMatching(/^[a-z]{1,6}(_[a-z]{1,4})?$/);
		const steps = fc.array(fc.tuple(key, fc.boolean()), { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(steps, (keys) => {
				const text = `f.${keys.map(([name, each]) => name + (each ? '[]' : '')).join('.')}`;
				expect(parsePath(text)?.steps).toEqual(keys.map(([name, each]) => ({ key: name, each })));
			})
		);
	});
});

describe('types', () => {
	const dictionary = {
		parts: {
			name: { label: '姓名', type: 'string' },
			age: { label: '年龄', type: 'int' },
			party_type: { label: '类型', type: 'enum(unit,person)' },
			odd: { label: '', type: 'list<string>' }
		},
		options: { unit: '单位', person: '个人', a: '甲', b: '乙' },
		lists: { statute: { 'a-1': '第一条', 'a-2': '第二条' } }
	};

	test.each([
		['date', { kind: 'scalar', scalar: 'date' }],
		['enum(unit,person)', { kind: 'enum', options: ['unit', 'person'] }],
		['statute', { kind: 'enum', options: ['a-1', 'a-2'] }],
		['list<enum(a,b)>', { kind: 'list', of: { kind: 'enum', options: ['a', 'b'] } }],
		['object{type=party_type}', { kind: 'record', parts: { type: { label: '类型', shape: { kind: 'enum' } } } }],
		['list<person{name}>', { kind: 'list', of: { kind: 'record', parts: { name: { label: '姓名' } } } }]
	])('%s', (text, shape) => {
		expect(readType(text, dictionary)).toMatchObject(shape);
	});

	test.each([
		'dates',
		'list<dates>',
		'object{nobody}',
		'object{name',
		'list<date',
		'enum()',
		'enum(unit,unnamed)',
		'object{type=nobody}',
		'object{odd}',
		'toString'
	])('%s is none, and says why', (text) => {
		expect(readType(text, dictionary)).toMatch(/\p{Script=Han}/u);
	});

	test('dotted facts nest, and paths lead into them', () => {
		const leaf = (label: string) => ({ label, shape: readType('string', dictionary) as never });
		const facts = nest([
			{ path: 'party.name', part: leaf('名称') },
			{ path: 'party.type', part: leaf('类型') },
			{ path: 'urgent', part: leaf('紧急') }
		]);
		expect(partAt(parsePath('c.party.type')!.steps, facts)).toMatchObject({ label: '类型' });
		expect(partAt(parsePath('c.party.age')!.steps, facts)).toBe('age');
		expect(partAt(parsePath('c.urgent[]')!.steps, facts)).toBe('urgent[]');
	});
});
