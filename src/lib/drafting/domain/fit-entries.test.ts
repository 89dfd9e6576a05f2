import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DRAFT_LIMITS, fitsShape, storable } from './fit-entries.ts';
import type { Shape } from './shape.ts';

const TEXT: Shape = { kind: 'scalar', scalar: 'text' };
const STRINGS: Shape = { kind: 'scalar', scalar: 'strings' };
const PERSON: Shape = {
	kind: 'record',
	parts: { name: { label: '姓名', shape: TEXT }, nos: { label: '编号', shape: STRINGS } }
};
const PEOPLE: Shape = { kind: 'list', of: PERSON };
const OPTION: Shape = { kind: 'enum', options: ['unit', 'person'], labels: { unit: '单位', person: '个人' } };

test.each<[unknown, Shape, boolean]>([
	['读不出的日期', { kind: 'scalar', scalar: 'date' }, true],
	[5, TEXT, false],
	[true, { kind: 'scalar', scalar: 'bool' }, false],
	[['甲'], TEXT, false],
	[['甲', ''], STRINGS, true],
	['甲', STRINGS, true],
	['不是选项', OPTION, true],
	[{ name: '甲' }, PERSON, true],
	[{ name: '甲', nos: ['1', '2'] }, PERSON, true],
	[{ name: '甲', __proto__x: '' }, PERSON, false],
	[{ constructor: '甲' }, PERSON, false],
	[{ name: ['甲'] }, PERSON, false],
	[null, PERSON, false],
	[[], PERSON, false],
	[[{ name: '甲' }, {}], PEOPLE, true],
	[{ 0: { name: '甲' } }, PEOPLE, false],
	[Array(DRAFT_LIMITS.rows).fill({}), PEOPLE, true],
	[Array(DRAFT_LIMITS.rows + 1).fill({}), PEOPLE, false],
	[Array(DRAFT_LIMITS.rows + 1).fill(''), STRINGS, false]
])('%j', (entry, shape, fits) => {
	expect(fitsShape(entry, shape)).toBe(fits);
});

test('anything at all is judged without a mishap', () => {
	fc.assert(
		fc.property(fc.anything(), fc.constantFrom(TEXT, STRINGS, PERSON, PEOPLE, OPTION), (entry, shape) => {
			expect(typeof fitsShape(entry, shape)).toBe('boolean');
		})
	);
});

test('what is stored is well formed and whole otherwise', () => {
	expect(storable({ a: ['甲\0乙', '\uD83D'], b: '𠮷\uDC00' })).toEqual({ a: ['甲乙', ''], b: '𠮷' });
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom('甲', 'a', '𠮷', '\0', '\uD83D', '\uDC00'), maxLength: 8 }),
			(text) => {
				const kept = storable(text) as string;
				expect(kept).not.toMatch(/\0/);
				// Throws for half of a pair.
				encodeURIComponent(kept);
				expect(storable(kept)).toBe(kept);
				if (/^[甲a𠮷]*$/u.test(text)) expect(kept).toBe(text);
			}
		)
	);
});
