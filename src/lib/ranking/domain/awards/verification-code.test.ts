import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, formatCode, parseCode } from './verification-code.ts';

test('sixteen bytes are 26 signs; the same bytes the same code', () => {
	expect(codeOf(new Uint8Array(16))).toBe('0'.repeat(26));
	expect(codeOf(new Uint8Array(16).fill(255))).toBe(`7${'Z'.repeat(25)}`);
	expect(formatCode('7H2KD9X4QM7H2KD9X4QM7H2KD9')).toBe('7H2KD-9X4QM-7H2KD-9X4QM-7H2KD-9');
});

test('what was printed is read again, however it is typed; different bytes never give the same code', () => {
	const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
	fc.assert(
		fc.property(bytes, bytes, (one, other) => {
			const code = codeOf(one);
			expect(parseCode(formatCode(code))).toBe(code);
			expect(parseCode(` ${formatCode(code).toLowerCase()} `)).toBe(code);
			expect(parseCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
			expect(codeOf(other) === code).toBe(Buffer.compare(one, other) === 0);
		})
	);
	for (const wrong of ['', 'x', '0'.repeat(25), '0'.repeat(27), `${'0'.repeat(25)}U`, `${'0'.repeat(25)}/`]) {
		expect(parseCode(wrong)).toBeNull();
	}
});
