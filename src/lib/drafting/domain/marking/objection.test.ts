import { expect, test } from 'vitest';
import { lastDayToObject } from './objection.ts';

test.each([
	['a Friday: the Friday after', '2026-11-20', 5, '2026-11-27'],
	['over the national holiday', '2026-09-29', 5, '2026-10-12'],
	['one working day over a weekend', '2026-11-20', 1, '2026-11-23']
])('%s', (_, settled, days, last) => expect(lastDayToObject(settled, days)).toBe(last));
