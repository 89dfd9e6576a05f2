import { expect, test } from 'vitest';
import { shownAgain } from './refused.ts';

const refused = { action: 'rule', values: { commentId: 'one', reason: '短' }, faults: { reason: '写明理由' } };

test('a refused form shows what was typed and what is wrong', () => {
	expect(shownAgain(refused, 'rule')).toBe(refused);
	expect(shownAgain(refused, 'rule', { field: 'commentId', id: 'one' })).toBe(refused);
});

test('another form, or the same one about something else, is not touched: what it gets stays the same object', () => {
	const others = [
		shownAgain(null, 'rule'),
		shownAgain(undefined, 'rule', { field: 'commentId', id: 'two' }),
		shownAgain(refused, 'add'),
		shownAgain(refused, 'rule', { field: 'commentId', id: 'two' })
	];
	expect(new Set(others).size).toBe(1);
	expect(others[0]).toEqual({ values: {}, faults: {} });
});
