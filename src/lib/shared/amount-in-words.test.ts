import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountInWords, readAmountInWords } from './amount-in-words.ts';

const valueOf = (text: string) => {
	const read = readAmountInWords(text);
	return read.ok ? read.value : read.refusal.code;
};

const BOTH_WAYS: [yuan: number, words: string][] = [
	[0, '零元整'],
	[1, '壹元整'],
	[10, '壹拾元整'],
	[15, '壹拾伍元整'],
	[100, '壹佰元整'],
	[105, '壹佰零伍元整'],
	[110, '壹佰壹拾元整'],
	[1004, '壹仟零肆元整'],
	[1040, '壹仟零肆拾元整'],
	[3000, '叁仟元整'],
	[10_000, '壹万元整'],
	[10_005, '壹万零伍元整'],
	[30_500, '叁万零伍佰元整'],
	[35_000, '叁万伍仟元整'],
	[100_000, '壹拾万元整'],
	[100_500, '壹拾万零伍佰元整'],
	[1_005_000, '壹佰万伍仟元整'],
	[20_000_000, '贰仟万元整'],
	[100_000_000, '壹亿元整'],
	[100_000_001, '壹亿零壹元整'],
	[1_000_010_000, '壹拾亿零壹万元整'],
	[1_000_000_000_000, '壹万亿元整'],
	[0.05, '伍分'],
	[0.5, '伍角整'],
	[325.04, '叁佰贰拾伍元零肆分'],
	[1409.5, '壹仟肆佰零玖元伍角整'],
	[6007.14, '陆仟零柒元壹角肆分'],
	[1680.32, '壹仟陆佰捌拾元叁角贰分']
];

describe.each(BOTH_WAYS)('%d yuan', (yuan, words) => {
	test(words, () => {
		expect(amountInWords(Math.round(yuan * 100))).toBe(words);
		expect(valueOf(words)).toBe(Math.round(yuan * 100));
	});
});

describe('reading', () => {
	test.each([
		['人民币叁万伍仟元整', 3_500_000, 'the leading word is ignored'],
		['叁万伍仟圆正', 3_500_000, '圆 and 正'],
		['壹拾万柒仟元零伍角叁分', 10_700_053, 'a zero that may be written'],
		['壹拾万零柒仟元伍角叁分', 10_700_053, 'or here'],
		['壹仟陆佰捌拾元零叁角贰分', 168_032, 'or before 角'],
		['伍角', 50, 'after 角 the ending is free'],
		['壹元零伍分整', 105, 'a needless ending does no harm']
	])('%s is %d fen (%s)', (words, fen) => {
		expect(valueOf(words)).toBe(fen);
	});

	test.each([
		['叁万伍仟元', 'ending'],
		['拾万元整', 'order'],
		['壹万拾元整', 'order'],
		['三万五千元整', 'signs'],
		['叁万5仟元整', 'signs'],
		['￥35000', 'signs'],
		['', 'signs'],
		['元整', 'order'],
		['万元整', 'order'],
		['整', 'order'],
		['伍佰叁仟元整', 'order'],
		['壹贰元整', 'order'],
		['叁仟叁仟元整', 'order'],
		['伍分叁角', 'order'],
		['叁万', 'order'],
		['壹元整伍角', 'order'],
		['玖仟玖佰玖拾玖万亿元整', 'size']
	])('%j is refused: %s', (words, code) => {
		expect(valueOf(words)).toBe(code);
	});
});

test('every amount comes back from its words', () => {
	const amounts = fc.oneof(
		fc.integer({ min: 0, max: 20_000_000_00 }),
		fc.integer({ min: 0, max: 20_000_000 }).map((yuan) => yuan * 100),
		fc.maxSafeNat()
	);
	fc.assert(
		fc.property(amounts, (fen) => {
			const words = amountInWords(fen);
			expect(valueOf(words)).toBe(fen);
			expect(words).not.toMatch(/零零|.零元|零万|零亿|万万|亿万|(^|[零万亿])[拾佰仟]/);
			expect(words).toMatch(/[整分]$/);
		}),
		{ numRuns: 2000 }
	);
});

test('no two different amounts share their words, and nothing else reads as an amount twice', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'零壹贰拾佰仟万亿元角分整'), maxLength: 8 }), (text) => {
			const read = readAmountInWords(text);
			if (read.ok) expect(valueOf(amountInWords(read.value))).toBe(read.value);
		}),
		{ numRuns: 5000 }
	);
});

test.each([-1, 0.5, NaN])('%d fen cannot be written', (fen) => {
	expect(() => amountInWords(fen)).toThrow(RangeError);
});
