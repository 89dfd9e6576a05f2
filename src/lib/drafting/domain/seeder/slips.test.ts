import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '#lib/shared/random.ts';
import { numberLike } from './break-law.ts';
import { digitSlip, slipsOf } from './slips.ts';

test('a slip never is the text itself, nor empty', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), fc.integer(), (text, seed) => {
			for (const slip of slipsOf(text, seeded(seed))) {
				expect(slip).not.toBe(text);
				expect(slip.trim()).not.toBe('');
			}
		})
	);
});

test.each([
	['（青）应急罚〔2026〕12号', /^（青）应急罚〔202[56]〕(12|13|22)号$/],
	['青岚区人民政府', /^青岚区(应急管理局|安全生产监督管理局|司法局)$/],
	['青岚区恒舟木业有限公司', /^青岚区恒舟木业(有限责任公司|公司|股份有限公司)$/]
])('%s becomes what people confuse it with', (text, likely) => {
	for (const seed of [1, 2, 3]) expect(slipsOf(text, seeded(seed))[0]).toMatch(likely);
});

test('exactly one of the last digits changes', () => {
	fc.assert(
		fc.property(fc.stringMatching(/^\d{1,18}$/), fc.integer(), (text, seed) => {
			const slip = digitSlip(text, seeded(seed));
			expect([...slip].filter((digit, at) => digit !== text[at])).toHaveLength(1);
		})
	);
});

test.each([
	['97', '98'],
	['第九十七条', '第九十八条'],
	['第97条', '第98条']
])('the number of %s is written as it was', (text, expected) => {
	expect(numberLike(text, 98)).toBe(expected);
});
