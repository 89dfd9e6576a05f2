import { describe, expect, test } from 'vitest';
import { acceptDeclaration, findRecusals } from './recusal.ts';

const bench = { contestants: [{ personId: 'lin', unitId: 'brigade' }], handlers: ['he'] };

describe('a judge steps back', () => {
	test.each([
		['from another unit, new to the case', { personId: 'gu', unitId: 'law' }, []],
		['of the same unit', { personId: 'su', unitId: 'brigade' }, ['same-unit']],
		['who handled the case', { personId: 'he', unitId: 'law' }, ['handled-case']],
		['both', { personId: 'he', unitId: 'brigade' }, ['same-unit', 'handled-case']]
	])('%s', (_, judge, reasons) => {
		expect(findRecusals(judge, bench)).toEqual(reasons);
	});

	test('a declaration names a reason, and a word where no record speaks', () => {
		expect(acceptDeclaration('same-unit', '').ok).toBe(true);
		expect(acceptDeclaration('related', ' 表弟参赛 ')).toEqual({
			ok: true,
			value: { reason: 'related', words: '表弟参赛' }
		});
		for (const [reason, words] of [
			['related', '亲'],
			['declared', ''],
			['toString', '随便写写']
		] as const) {
			expect(acceptDeclaration(reason, words).ok).toBe(false);
		}
	});
});
