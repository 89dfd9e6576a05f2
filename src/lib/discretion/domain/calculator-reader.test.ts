import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AddressReader } from './calculator-reader.ts';

const reading = (query: string) => new AddressReader(new URLSearchParams(query));

describe('amounts', () => {
	test.each([
		['３０，０００元', 3_000_000],
		['30,000', 3_000_000],
		['3万', 3_000_000],
		['1.5万元', 1_500_000],
		['30000.00', 3_000_000],
		['￥16万元', 16_000_000]
	])('%s is read', (text, fen) => {
		const reader = reading(`income=${encodeURIComponent(text)}`);
		expect(reader.amount('income')).toBe(fen);
		expect(reader.faults).toEqual({});
	});

	test.each(['三万', '-5', '3万5', '1,5000', '2亿', '5000-8000', '1e4', '20000000000'])(
		'%s is refused, and stays as typed',
		(text) => {
			const reader = reading(`income=${encodeURIComponent(text)}`);
			expect(reader.amount('income')).toBeUndefined();
			expect(reader.faults.income).toMatch(/金额/);
			expect(reader.values.income).toBe(text);
			expect(reader.permalink).toBe('');
		}
	);
});

describe('days', () => {
	test.each(['2026-11-02', '2026/11/2', '2026.11.2', '2026年11月2日', '２０２６-11-02'])('%s is read', (text) => {
		expect(reading(`ended=${encodeURIComponent(text)}`).day('ended')).toBe('2026-11-02');
	});

	test.each(['2026-02-30', '2026-13-01', '昨天', '26-1-1', '0026-01-01', '9999-01-01', '2026'])(
		'%s is refused',
		(text) => {
			const reader = reading(`ended=${encodeURIComponent(text)}`);
			expect(reader.day('ended')).toBeUndefined();
			expect(reader.faults.ended).toContain('不是日期');
			expect(reader.values.ended).toBe(text);
		}
	);
});

test('a choice that is none of the offered ones counts as not made, and says so', () => {
	const reader = reading('stage=never');
	expect(reader.choice('stage', ['first', 'overdue'])).toBe('first');
	expect(reader.remarks.join()).toContain('stage=never');
	expect(reader.values.stage).toBeUndefined();
});

test('a line that is too long is cut, and says so', () => {
	const reader = reading(`e=${'证'.repeat(90)}`);
	expect([...reader.line('e')]).toHaveLength(80);
	expect(reader.faults.e).toContain('80');
});

test('what is not asked is carried, what means nothing is named', () => {
	const reader = reading('ended=2026-01-01&who-overdue=u&foo=1');
	reader.day('ended');
	const isKnown = (name: string) => name !== 'foo';
	expect(reader.carried(isKnown)).toEqual([['who-overdue', 'u']]);
	expect(reader.strangers(isKnown)).toEqual(['foo']);
});

test('nothing that is typed throws, and the permalink gives the same answers', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
			const read = (query: string) => {
				const reader = reading(query);
				const answers = [
					...[reader.day('a'), reader.amount('b'), reader.count('c', 150), reader.flag('d')],
					...[reader.line('e'), reader.choice('f', ['x', 'y'])]
				];
				return { answers, reader };
			};
			const query = new URLSearchParams([...'abcdef'].map((name) => [name, text])).toString();
			const { answers, reader } = read(query);
			const again = read(reader.permalink);
			expect(again.answers).toEqual(answers);
			expect(again.reader.faults).toEqual({});
			expect(again.reader.remarks).toEqual([]);
		})
	);
});
