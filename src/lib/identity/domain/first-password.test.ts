import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_PASSWORD_BYTES, firstPassword } from './first-password.ts';
import { findPasswordFault } from './password.ts';

test('four groups of four, from letters that look like no other', () => {
	expect(firstPassword(Uint8Array.from({ length: FIRST_PASSWORD_BYTES }, (_, at) => at))).toBe('abcd-efgh-jkmn-pqrs');
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 40, maxLength: 64 }), (drawn) => {
			fc.pre(drawn.filter((byte) => byte < 248).length >= 16);
			expect(firstPassword(drawn)).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
		})
	);
});

test('bytes that would favour some letters are passed over', () => {
	const favouring = Uint8Array.from({ length: 20 }, (_, at) => 248 + (at % 8));
	expect(() => firstPassword(favouring)).toThrow();
	const mixed = Uint8Array.from({ length: 32 }, (_, at) => (at % 2 ? 255 : 0));
	expect(firstPassword(mixed)).toBe('aaaa-aaaa-aaaa-aaaa');
});

test('a drawn password is one that may be used', () => {
	const bytes = Uint8Array.from({ length: 64 }, (_, at) => (at * 37 + 11) % 248);
	expect(findPasswordFault(firstPassword(bytes), { account: 'lin.yue', name: '林岳' })).toBeNull();
});
