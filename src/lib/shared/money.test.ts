import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenOf, formatMoney, formatYuan, parseMoney, yuanOf } from './money.ts';

const amounts = fc.integer({ min: 0, max: 10_000_000_000 });

describe('fenOf', () => {
	test.each([
		[0, 0],
		[15000, 1_500_000],
		[0.29, 29],
		[1.1, 110],
		[20_000_000, 2_000_000_000]
	])('%d yuan are %d fen', (yuan, fen) => {
		expect(fenOf(yuan)).toBe(fen);
	});

	test.each([0.001, 12.345, NaN, Infinity, 1e15])('%d yuan are no amount', (yuan) => {
		expect(() => fenOf(yuan)).toThrow(RangeError);
	});

	test('there and back', () => {
		fc.assert(
			fc.property(amounts, (fen) => {
				expect(fenOf(yuanOf(fen))).toBe(fen);
			})
		);
	});
});

test.each([
	[0, '0元'],
	[30_000, '300元'],
	[500_000, '5,000元'],
	[1_000_000, '1万元'],
	[1_500_000, '1.5万元'],
	[2_950_000, '2.95万元'],
	[4_100_000, '4.1万元'],
	[5_510_000, '5.51万元'],
	[1_234_500, '12,345元'],
	[1_234_560, '12,345.60元'],
	[5_000_000_000, '5,000万元']
])('%d fen: %s', (fen, words) => {
	expect(formatMoney(fen)).toBe(words);
});

test.each([
	[1_234_567, '12,345.67'],
	[100_000_000, '1,000,000'],
	[105, '1.05']
])('%d fen in a table: %s', (fen, words) => {
	expect(formatYuan(fen)).toBe(words);
});

describe('parseMoney', () => {
	test.each([
		['15000', 1_500_000],
		['３０，０００元', 3_000_000],
		['3万', 3_000_000],
		['30000.00', 3_000_000],
		['15,000元', 1_500_000],
		['１５，０００ 元', 1_500_000],
		['1.5万元', 1_500_000],
		['1.5 万', 1_500_000],
		['¥2万', 2_000_000],
		['人民币300元整', 30_000],
		['0.29', 29],
		['0.0001万', 100]
	])('%s', (text, fen) => {
		expect(parseMoney(text)).toBe(fen);
	});

	test.each(['', '-5', '1,5000', '12.345', '1.23456万', '五千', '5000-8000', '1e4', '5千', '元', '99999999999999999'])(
		'%j is no amount',
		(text) => {
			expect(parseMoney(text)).toBeNull();
		}
	);

	test('reads what is written', () => {
		fc.assert(
			fc.property(amounts, (fen) => {
				expect(parseMoney(formatMoney(fen))).toBe(fen);
				expect(parseMoney(formatYuan(fen))).toBe(fen);
			})
		);
	});
});
