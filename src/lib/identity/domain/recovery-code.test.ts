import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RECOVERY_BYTES, readRecoveryCode, writeRecoveryCode } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });

test('four groups of four, each code another', () => {
	expect(writeRecoveryCode(new Uint8Array(RECOVERY_BYTES))).toBe('0000-0000-0000-0000');
	expect(writeRecoveryCode(new Uint8Array(RECOVERY_BYTES).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
	fc.assert(
		fc.property(bytes, bytes, (one, other) => {
			const same = Buffer.compare(one, other) === 0;
			expect(writeRecoveryCode(one) === writeRecoveryCode(other)).toBe(same);
		})
	);
	expect(() => writeRecoveryCode(new Uint8Array(9))).toThrow('10 bytes');
});

test('however it is typed, it is the code that was shown', () => {
	fc.assert(
		fc.property(bytes, (one) => {
			const code = writeRecoveryCode(one);
			const typed = [
				code,
				code.toLowerCase(),
				code.replaceAll('-', ' '),
				code.replaceAll('-', ''),
				` ${code} `,
				code.replaceAll('-', '－'),
				code.replaceAll('0', 'o').replaceAll('1', 'l')
			];
			expect(new Set(typed.map(readRecoveryCode))).toEqual(new Set([code]));
		})
	);
});

test.each([
	'',
	'123456',
	'7K2M-Q4XA-0000',
	'7K2M-Q4XA-0000-000U',
	'7K2M-Q4XA-0000-00000',
	'中文中文中文中文中文中文中文中文'
])('%j is none', (typed) => {
	expect(readRecoveryCode(typed)).toBeNull();
});
