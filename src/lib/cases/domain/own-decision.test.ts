import { expect, test } from 'vitest';
import { readOwnDecisions } from './own-decision.ts';

test('one decision for each party, in their order; without a fine an amount counts for nothing', () => {
	const posted = { 'result.0': 'fine', 'amount.0': '3万元', 'result.1': 'none', 'amount.1': '500' };
	expect(readOwnDecisions(['灯铺', '老罗'], posted)).toEqual({
		ok: true,
		value: [
			{ party: '灯铺', result: 'fine', amount: 3_000_000 },
			{ party: '老罗', result: 'none', amount: null }
		]
	});
});

test.each([
	['nothing chosen', {}, 'result.0'],
	['a result that there is not', { 'result.0': 'prison' }, 'result.0'],
	['a property of every object', { 'result.0': 'toString' }, 'result.0'],
	['a fine without an amount', { 'result.0': 'fine' }, 'amount.0'],
	['a fine of nothing', { 'result.0': 'fine', 'amount.0': '0' }, 'amount.0'],
	['an amount that is none', { 'result.0': 'fine', 'amount.0': '不少' }, 'amount.0'],
	['the second party left out', { 'result.0': 'none' }, 'result.1']
])('%s', (_, posted, field) => {
	const read = readOwnDecisions(['灯铺', '老罗'], posted);
	expect(read.ok ? null : read.refusal.field).toBe(field);
});
