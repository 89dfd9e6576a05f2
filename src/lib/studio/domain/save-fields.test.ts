import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween, saveFields } from './save-fields.ts';

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('一', '二', '三'));

test.each([
	['where it still is as it was', { a: '一' }, [{ field: 'a', was: '一', now: '二' }], { a: '二' }, 0],
	['where it already is as it is to be', { a: '二' }, [{ field: 'a', was: '一', now: '二' }], { a: '二' }, 0],
	['not where it is something else', { a: '三' }, [{ field: 'a', was: '一', now: '二' }], { a: '三' }, 1],
	['an empty part is none', { a: '一' }, [{ field: 'a', was: '一', now: '' }], {}, 0],
	['a part that is not there is empty', {}, [{ field: 'a', was: '', now: '二' }], { a: '二' }, 0]
])('%s', (_, stored, changes, expected, conflicts) => {
	const saved = saveFields(stored, changes);
	expect(saved.fields).toEqual(expected);
	expect(saved.conflicts).toHaveLength(conflicts);
});

test('sending the same changes twice is the same as once, and nothing is overwritten unseen', () => {
	fc.assert(
		fc.property(fields, fields, fields, (stored, before, after) => {
			const changes = changesBetween(before, after);
			const once = saveFields(stored, changes);
			const twice = saveFields(once.fields, changes);
			expect(twice.fields).toEqual(once.fields);
			for (const { field, stored: kept } of once.conflicts) expect(once.fields[field] ?? '').toBe(kept);
			for (const [name, text] of Object.entries(stored)) {
				if (once.fields[name] !== text)
					expect(changes).toContainEqual(expect.objectContaining({ field: name, was: text }));
			}
		})
	);
});
