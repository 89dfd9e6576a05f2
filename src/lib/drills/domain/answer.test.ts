import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswer } from './answer.ts';
import type { Choice, Numeric, Ordering } from './item.ts';

const choice = (type: Choice['type'], all: string): Choice => ({
	type,
	options: [...all].map((key, index) => ({ key, text: key, correct: index === 0, reason: key }))
});
const SINGLE = choice('single', 'abcd');
const MULTIPLE = choice('multiple', 'abcd');
const TRUE_FALSE = choice('truefalse', 'tf');
const NUMERIC: Numeric = { type: 'numeric', value: 15, tolerance: 0, unit: '日', counting: '', traps: [] };
const ORDERING: Ordering = {
	type: 'ordering',
	steps: [...'abc'].map((key) => ({ key, text: key })),
	accepted: [[...'abc']],
	traps: []
};
const INJECTIONS = [
	"a' OR '1'='1",
	'<script>alert(1)</script>',
	'__proto__',
	'constructor',
	'a\u0000',
	'../../etc/passwd',
	'{{7*7}}',
	'; DROP TABLE answer;--'
];
const codeOf = (read: ReturnType<typeof readAnswer>) => (read.ok ? null : read.refusal.code);

describe('a number as people type it', () => {
	test.each([
		['15', 15],
		[' 15 ', 15],
		['１５', 15],
		['０．５', 0.5],
		['50,000', 50_000],
		['50，000', 50_000],
		['５０，０００', 50_000],
		['240 000', 240_000],
		['240\u202f000', 240_000],
		['50_000', 50_000],
		['5万', 50_000],
		['5万元', 50_000],
		['０.３万', 3000],
		['1.15万', 11_500],
		['50000元', 50_000],
		['-3', -3],
		['007', 7],
		['2.5000', 2.5],
		['0', 0],
		['-0', 0]
	])('%j is %d', (text, value) => {
		expect(readAnswer(NUMERIC, [text])).toEqual({ ok: true, value });
	});

	test.each([
		...['', '  ', '，'],
		...['十五', '15日', '约15', '1e5', '0x10', '--5', '1.2.3', '5万5', '万', '元', 'NaN', 'Infinity', '1.23456'],
		...['1234567890123', ...INJECTIONS]
	])('%j is none', (text) => {
		const read = readAnswer(NUMERIC, [text]);
		expect(codeOf(read)).toBe('not-a-number');
		if (!read.ok) expect(read.refusal).toMatchObject({ field: 'pick', message: expect.stringMatching(/数/) as string });
	});

	test('an empty field asks for a number, nonsense is quoted and cut short', () => {
		const messageOf = (text: string) => {
			const read = readAnswer(NUMERIC, [text]);
			return read.ok ? '' : read.refusal.message;
		};
		expect(messageOf('')).toBe('请填写一个数。');
		expect(messageOf('十五天')).toContain('“十五天”');
		expect(messageOf('x'.repeat(100_000)).length).toBeLessThan(80);
	});

	test('nothing at all is none', () => {
		expect(codeOf(readAnswer(NUMERIC, []))).toBe('not-a-number');
	});

	test('every number with four decimals reads back, also in full width and with groups', () => {
		const wide = (text: string) => text.replace(/[-0-9.]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
		fc.assert(
			fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (tenThousandths) => {
				const value = tenThousandths / 10_000;
				const plain = value.toFixed(4);
				const grouped = plain.replace(/\B(?=(\d{3})+(?=\.))/g, ',');
				for (const text of [plain, grouped, wide(plain)]) {
					expect(readAnswer(NUMERIC, [text])).toEqual({ ok: true, value: value + 0 });
				}
			})
		);
	});
});

describe('keys', () => {
	test.each([
		['one of a single', SINGLE, ['b'], ['b']],
		['true', TRUE_FALSE, ['t'], ['t']],
		['several of a multiple, in their order', MULTIPLE, ['c', 'a'], ['c', 'a']],
		['all of a multiple', MULTIPLE, ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
		['an order, field by field', ORDERING, ['c', 'a', 'b'], ['c', 'a', 'b']],
		['an order in one field', ORDERING, ['c,a,b'], ['c', 'a', 'b']]
	])('%s', (_, task, picks, value) => {
		expect(readAnswer(task, picks)).toEqual({ ok: true, value });
	});

	test.each([
		['nothing of a single', SINGLE, [], 'nothing-chosen'],
		['an empty pick', SINGLE, [''], 'nothing-chosen'],
		['nothing of a multiple', MULTIPLE, [], 'nothing-chosen'],
		['nothing of an order', ORDERING, [''], 'nothing-chosen'],
		['a strange key', SINGLE, ['e'], 'unknown-option'],
		['a key in the wrong case', SINGLE, ['A'], 'unknown-option'],
		['a strange key beside a known one', MULTIPLE, ['a', 'x'], 'unknown-option'],
		['an empty key beside a known one', MULTIPLE, ['a', ''], 'unknown-option'],
		['one key twice', MULTIPLE, ['a', 'a'], 'unknown-option'],
		['a list where one key is wanted', SINGLE, ['a,b'], 'unknown-option'],
		['two of a single', SINGLE, ['a', 'b'], 'one-only'],
		['true and false', TRUE_FALSE, ['t', 'f'], 'one-only'],
		['a step missing', ORDERING, ['a', 'b'], 'steps-missing'],
		['a step twice', ORDERING, ['a', 'b', 'b'], 'unknown-option'],
		['a strange step', ORDERING, ['a,b,x'], 'unknown-option']
	])('%s is refused', (_, task, picks, code) => {
		const read = readAnswer(task, picks);
		expect(codeOf(read)).toBe(code);
		if (!read.ok)
			expect(read.refusal).toMatchObject({ field: 'pick', message: expect.stringMatching(/。$/) as string });
	});

	test.each(INJECTIONS)('%j is no option of any task', (text) => {
		for (const task of [SINGLE, MULTIPLE, TRUE_FALSE, ORDERING]) {
			expect(codeOf(readAnswer(task, [text]))).toBe('unknown-option');
		}
	});
});

test('whatever is posted, an accepted answer holds keys of the task only, each once', () => {
	const pick = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', '', 'a,b,c', 't'), fc.string());
	const task = fc.constantFrom(SINGLE, MULTIPLE, TRUE_FALSE, ORDERING);
	fc.assert(
		fc.property(task, fc.array(pick, { maxLength: 6 }), (asked, picks) => {
			const read = readAnswer(asked, picks);
			if (!read.ok) return;
			const known = (asked.type === 'ordering' ? asked.steps : asked.options).map(({ key }) => key);
			const given = read.value as readonly string[];
			expect(given.every((key) => known.includes(key))).toBe(true);
			expect(new Set(given).size).toBe(given.length);
			expect(given.length).toBeGreaterThan(0);
		}),
		{ numRuns: 300 }
	);
});
