import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

const instant = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

describe('newId', () => {
	test('begins with the time in milliseconds, says version 7 and the RFC variant', () => {
		fc.assert(
			fc.property(instant, (now) => {
				const id = newId(now);
				expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
				expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now.getTime());
			})
		);
	});

	test('ids sort as their times', () => {
		fc.assert(
			fc.property(instant, fc.integer({ min: 1, max: 10_000_000 }), (now, later) => {
				expect(newId(now) < newId(new Date(now.getTime() + later))).toBe(true);
			})
		);
	});

	test('the same millisecond gives different ids', () => {
		const now = new Date('2026-11-22T01:00:00Z');
		const ids = Array.from({ length: 2000 }, () => newId(now));
		expect(new Set(ids).size).toBe(2000);
		expect(new Set(ids.map((id) => id.slice(0, 13))).size).toBe(1);
	});
});

test.each([
	['0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', true],
	['0198A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B', false],
	['0198a1b2-c3d4-7e5f-7a9b-0c1d2e3f4a5b', false],
	['0198a1b2c3d47e5f8a9b0c1d2e3f4a5b', false],
	["0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b' or '1'='1", false],
	['0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b\n', false],
	['', false],
	['me', false]
])('%j can be an id: %s', (text, expected) => {
	expect(isId(text)).toBe(expected);
});

test('every new id can be an id', () => {
	fc.assert(fc.property(instant, (now) => isId(newId(now))));
});
