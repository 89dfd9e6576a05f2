import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, changesBetween } from './apply-changes.ts';
import type { Entries, Entry } from './entries.ts';
import { isBlankEntry, sameEntry } from './same-entry.ts';

const text = fc.constantFrom('', '甲', '乙', '甲乙');
const group = fc.dictionary(fc.constantFrom('name', 'cert_no'), text, { noNullPrototype: true });
const entry: fc.Arbitrary<Entry> = fc.oneof(
	text,
	fc.array(text, { maxLength: 3 }),
	group,
	fc.array(group, { maxLength: 3 })
);
const entries: fc.Arbitrary<Entries> = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), entry, {
	noNullPrototype: true
});
const standing = (one: Entries, field: string) => one[field] ?? null;
const sameState = (left: Entries, right: Entries) => changesBetween(left, right).length === 0;

describe('what is the same', () => {
	test.each<[Entry | null, Entry | null, boolean]>([
		[null, '', true],
		['', [], true],
		[[''], null, true],
		[[{ name: '' }], [], true],
		[{ name: '' }, null, true],
		[{ name: '甲', cert_no: '1' }, { cert_no: '1', name: '甲' }, true],
		[{ name: '甲', cert_no: '' }, { name: '甲' }, true],
		['甲', '甲 ', false],
		[['甲', ''], ['', '甲'], false],
		[['甲,乙'], ['甲', '乙'], false],
		['甲', ['甲'], false]
	])('%j and %j: %s', (left, right, same) => {
		expect(sameEntry(left, right)).toBe(same);
		expect(sameEntry(right, left)).toBe(same);
	});
	test('blank means the same as nothing', () => {
		fc.assert(
			fc.property(entry, (one) => {
				expect(isBlankEntry(one)).toBe(sameEntry(one, null));
			})
		);
	});
});

describe('compare and set', () => {
	test('a change to a field that nobody else touched goes in', () => {
		const { entries: after, conflicts } = applyChanges({ facts: '甲' }, [{ field: 'facts', was: '甲', now: '甲乙' }]);
		expect(after).toEqual({ facts: '甲乙' });
		expect(conflicts).toEqual([]);
	});
	test('a field that was changed elsewhere keeps what is stored and is told', () => {
		const { entries: after, conflicts } = applyChanges({ facts: '丙' }, [
			{ field: 'facts', was: '甲', now: '甲乙' },
			{ field: 'fine', was: null, now: '5000' }
		]);
		expect(after).toEqual({ facts: '丙', fine: '5000' });
		expect(conflicts).toEqual([{ field: 'facts', stored: '丙' }]);
	});
	test('emptying a field takes it out', () => {
		expect(applyChanges({ facts: '甲' }, [{ field: 'facts', was: '甲', now: null }]).entries).toEqual({});
	});

	test('the changes between two states lead from one to the other, and twice is once', () => {
		fc.assert(
			fc.property(entries, entries, (before, after) => {
				const changes = changesBetween(before, after);
				const once = applyChanges(before, changes);
				expect(once.conflicts).toEqual([]);
				expect(sameState(once.entries, after)).toBe(true);
				expect(once.isChanged).toBe(changes.length > 0);
				const twice = applyChanges(once.entries, changes);
				expect(twice).toMatchObject({ isChanged: false, conflicts: [] });
			})
		);
	});

	test('two writers: whoever comes second overwrites no field that the first one changed', () => {
		fc.assert(
			fc.property(entries, entries, entries, (base, mine, theirs) => {
				const first = applyChanges(base, changesBetween(base, theirs)).entries;
				const { entries: end, conflicts } = applyChanges(first, changesBetween(base, mine));
				const refused = new Set(conflicts.map(({ field }) => field));
				for (const field of ['a', 'b', 'c', 'd']) {
					const [was, left, right, now] = [base, mine, theirs, end].map((one) => standing(one, field));
					const [iChanged, theyChanged] = [!sameEntry(was, left), !sameEntry(was, right)];
					// Mine went in unless they had changed the field to something else; theirs stands wherever I was refused.
					expect(refused.has(field)).toBe(iChanged && theyChanged && !sameEntry(left, right));
					expect(sameEntry(now, iChanged && !refused.has(field) ? left! : theyChanged ? right! : was!)).toBe(true);
				}
				for (const { field, stored } of conflicts) expect(sameEntry(stored, standing(theirs, field))).toBe(true);
			})
		);
	});

	test('choosing one of the two after a conflict always goes through', () => {
		fc.assert(
			fc.property(entries, entries, entries, fc.boolean(), (base, mine, stored, keepMine) => {
				const { entries: after, conflicts } = applyChanges(stored, changesBetween(base, mine));
				const chosen = conflicts.map(({ field, stored: there }) => ({
					...{ field, was: there, now: keepMine ? standing(mine, field) : there }
				}));
				const settled = applyChanges(after, chosen);
				expect(settled.conflicts).toEqual([]);
				for (const { field, now } of chosen) expect(sameEntry(standing(settled.entries, field), now)).toBe(true);
			})
		);
	});
});
