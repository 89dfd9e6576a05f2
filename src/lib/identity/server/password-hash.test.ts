import { describe, expect, test } from 'vitest';
import {
	NO_PASSWORD,
	hashFirstPassword,
	hashPassword,
	isFirstPasswordOver,
	verifyPassword
} from './password-hash.server.ts';

const END = new Date('2026-12-21T00:00:00+08:00');
const DRAWN = 'k7mp-2xqd-9rtw-hn4e';

describe('a stored password', () => {
	test('that was drawn is matched as it is typed, and by nothing else', async () => {
		const stored = hashFirstPassword(DRAWN, END);
		expect(stored).not.toContain('k7mp');
		expect(hashFirstPassword(DRAWN, END)).not.toBe(stored);
		expect(await verifyPassword(stored, 'K7MP 2XQD 9RTW HN4E')).toBe(true);
		expect(await verifyPassword(stored, 'k7mp-2xqd-9rtw-hn4f')).toBe(false);
		expect(await verifyPassword(stored, stored)).toBe(false);
	});

	test('that somebody chose is matched exactly', async () => {
		const stored = await hashPassword('河湾里的白鹭 2026');
		expect(await verifyPassword(stored, '河湾里的白鹭 2026')).toBe(true);
		expect(await verifyPassword(stored, '河湾里的白鹭2026')).toBe(false);
	});

	test.each([NO_PASSWORD, '', 'first$', 'first$1$00$00', undefined])('%s is matched by nothing', async (stored) => {
		for (const typed of ['', 'none', 'first$', DRAWN]) expect(await verifyPassword(stored, typed)).toBe(false);
	});

	test('costs the same work whatever its kind', async () => {
		const stored = [await hashPassword('x'), hashFirstPassword(DRAWN, END), NO_PASSWORD, undefined];
		await verifyPassword(undefined, 'warm');
		for (const one of stored) {
			const began = performance.now();
			await verifyPassword(one, 'not the password');
			// argon2id of 19 MiB takes milliseconds on any machine; a SHA-256 alone would take microseconds.
			expect(performance.now() - began).toBeGreaterThan(2);
		}
	});
});

test('a slip is over when its last day is, a chosen password never', async () => {
	const slip = hashFirstPassword(DRAWN, END);
	expect(isFirstPasswordOver(slip, new Date(END.getTime()))).toBe(false);
	expect(isFirstPasswordOver(slip, new Date(END.getTime() + 1))).toBe(true);
	for (const other of [await hashPassword('x'), NO_PASSWORD, undefined])
		expect(isFirstPasswordOver(other, new Date(8e15))).toBe(false);
});
