import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entries } from './entries.ts';
import { entriesOf, readEntries } from './read-entries.ts';
import { type RecordShape, type Shape, readType } from './shape.ts';

const PARTS = {
	name: { label: '姓名', type: 'string' },
	age: { label: '年龄', type: 'int' },
	evidence_no: { label: '证据编号', type: 'strings' },
	opinion: { label: '意见', type: 'text' },
	first_time: { label: '初次', type: 'bool' }
};
const OPTIONS = { unit: '单位', person: '个人', fine: '罚款', warning: '警告' };
const TYPES = {
	doc_no: 'string',
	facts: 'text',
	fine: 'money',
	fine_upper: 'upper-money',
	pay_days: 'int',
	share: 'number',
	decided_on: 'date',
	start_at: 'datetime',
	seal: 'bool',
	party_type: 'enum(unit,person)',
	evidence_list: 'list<string>',
	kinds: 'list<enum(fine,warning)>',
	host: 'object{name,age,evidence_no,first_time}',
	opinions: 'list<object{name,age,opinion}>'
};

const shapeOf = (type: string) => readType(type, { parts: PARTS, options: OPTIONS, lists: {} }) as Shape;
const parts = Object.fromEntries(
	Object.entries(TYPES).map(([id, type]) => [id, { label: id, shape: shapeOf(type) }] as const)
);
const kind: { shape: RecordShape } = { shape: { kind: 'record', parts } };
const read = (entries: Entries) => readEntries(kind, entries);

describe('what was typed', () => {
	test.each<[string, Entries, object]>([
		[
			'a text without the blanks round it',
			{ doc_no: ' （青）应急罚〔2026〕12号 ' },
			{ doc_no: '（青）应急罚〔2026〕12号' }
		],
		['nothing where nothing was typed', { doc_no: '  ', facts: '', host: { name: '' }, opinions: [] }, {}],
		['an amount as people write it', { fine: '3.5万元' }, { fine: 35_000 }],
		['an amount with commas', { fine: '35,000' }, { fine: 35_000 }],
		['a minute with a blank between', { start_at: '2026-06-10 09:30' }, { start_at: '2026-06-10T09:30' }],
		['a flag that was not ticked is missing', { seal: '' }, {}],
		['a flag that is false', { seal: 'false' }, { seal: false }],
		['a flag in Chinese', { seal: '是' }, { seal: true }],
		['an option that is not offered', { party_type: '单位' }, { party_type: '单位' }],
		['empty lines of a list', { evidence_list: ['', '照片', ' '] }, { evidence_list: ['照片'] }],
		[
			'empty lines of a table',
			{ opinions: [{ name: '', opinion: '' }, { name: '江晚舟' }] },
			{ opinions: [{ name: '江晚舟' }] }
		],
		['one text where several may stand', { host: { evidence_no: '3' } }, { host: { evidence_no: '3' } }],
		['several', { host: { evidence_no: ['3', '', '4'] } }, { host: { evidence_no: ['3', '4'] } }],
		['a key that is no field', { gone: '1' }, {}],
		['a text where a table belongs', { opinions: '同意' }, {}]
	])('%s', (_, entries, fields) => {
		expect(read(entries)).toEqual({ fields, unreadable: [] });
	});

	test('what cannot be read is missing and told at its place, by the lines that have something', () => {
		const { fields, unreadable } = read({
			decided_on: '2026-02-30',
			fine: '三万五',
			opinions: [{ name: '' }, { name: '江晚舟', age: '三十' }, { age: '?' }, { name: '许知行', age: '41' }]
		});
		expect(fields).toEqual({ opinions: [{ name: '江晚舟' }, {}, { name: '许知行', age: 41 }] });
		expect(unreadable.map(({ path }) => path)).toEqual([
			'f.fine',
			'f.decided_on',
			'f.opinions[0].age',
			'f.opinions[1].age'
		]);
		expect(unreadable[1]!.message).toBe('读不出“2026-02-30”：应为日期，如 2026-11-22');
	});
});

const word = fc
	.string({ minLength: 1, maxLength: 8 })
	.filter((text) => text === text.trim() && !/^(~|null)?$/i.test(text));
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const VALUES: Record<string, fc.Arbitrary<unknown>> = {
	...{ string: word, text: word, 'upper-money': word, int: fc.nat(), bool: fc.boolean() },
	strings: fc.oneof(word, fc.array(word, { minLength: 1 })),
	number: fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
	money: fc.nat().map((fen) => fen / 100),
	date: day.map((one) => one.toISOString().slice(0, 10)),
	datetime: day.map((one) => one.toISOString().slice(0, 16))
};

function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
	switch (shape.kind) {
		case 'scalar':
			return VALUES[shape.scalar]!;
		case 'enum':
			return fc.constantFrom(...shape.options);
		case 'list':
			return fc.array(valuesOf(shape.of), { minLength: 1, maxLength: 4 });
		case 'record': {
			const some = Object.entries(shape.parts).map(([key, part]) => [key, valuesOf(part.shape)] as const);
			return fc.record(Object.fromEntries(some), { requiredKeys: [] }).filter((group) => Object.keys(group).length > 0);
		}
	}
}

test('values written as entries read the same again', () => {
	fc.assert(
		fc.property(valuesOf(kind.shape), (fields) => {
			const again = readEntries(kind, entriesOf(kind, fields as Record<string, unknown>));
			expect(again).toEqual({ fields, unreadable: [] });
		})
	);
});
