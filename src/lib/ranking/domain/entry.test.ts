import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '#lib/shared/canonical.ts';
import { addDays } from '#lib/shared/time.ts';
import {
	type ChainedEntry,
	EMPTY_HEAD,
	type Head,
	type NewEntry,
	bodyOf,
	chain,
	cycleOf,
	faultOfCorrection,
	isLate,
	parseBody,
	rootOf,
	verifyChain
} from './entry.ts';

const entry = (index: number, mark = 100): NewEntry => ({
	...{ officerId: 'lin-yue', unitId: 'brigade', source: 'daily-set', sourceId: `set-${index}`, complete: true },
	day: addDays('2026-11-01', index),
	facts: [
		{ subject: 'item:fine-with-first-order@2', mark, daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false },
		{ subject: 'item:sixty-days@1', mark: 67, daysSinceLast: 9, daysSinceFirstSuccess: 20, wasDue: true }
	]
});

function chainOf(marks: readonly number[]): { entries: ChainedEntry[]; head: Head } {
	const entries: ChainedEntry[] = [];
	for (const [index, mark] of marks.entries()) entries.push(chain(entry(index, mark), entries.at(-1) ?? EMPTY_HEAD, 1));
	const { seq, hash } = entries.at(-1) ?? EMPTY_HEAD;
	return { entries, head: { seq, hash } };
}
const { entries: FOUR, head: HEAD } = chainOf([100, 50, 0, 100]);
const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 });

describe('chain', () => {
	test('the body is canonical and reads back', () => {
		const turned = Object.fromEntries(Object.entries(entry(0)).reverse()) as unknown as NewEntry;
		expect(bodyOf(turned, 1, 1)).toBe(bodyOf(entry(0), 1, 1));
		expect(parseBody(FOUR[1]!.body)).toEqual({ ...entry(1, 50), seq: 2, ruleVersion: 1 });
	});

	test('each entry hangs on the one before', () => {
		expect(FOUR.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
		expect(FOUR[0]!.previousHash).toBe('0'.repeat(64));
		for (const [index, { previousHash, body, hash }] of FOUR.entries()) {
			expect(hash).toBe(sha256(previousHash + body));
			if (index > 0) expect(previousHash).toBe(FOUR[index - 1]!.hash);
		}
	});

	test('any chain that was made is sound, also the empty one', () => {
		expect(verifyChain([], EMPTY_HEAD)).toEqual([]);
		fc.assert(
			fc.property(marks, (list) => {
				const { entries, head } = chainOf(list);
				expect(verifyChain(entries, head)).toEqual([]);
			})
		);
	});
});

describe('verifyChain finds', () => {
	const without = (index: number) => FOUR.filter((_, at) => at !== index);
	const changed = (index: number, part: Partial<ChainedEntry>) =>
		FOUR.map((one, at) => (at === index ? { ...one, ...part } : one));
	const forged = FOUR[1]!.body.replace('"mark":50', '"mark":100');

	test.each([
		['a changed mark', changed(1, { body: forged }), HEAD, '第 2 条内容与摘要不符'],
		[
			'a changed mark with a hash that fits',
			changed(1, { body: forged, hash: sha256(FOUR[1]!.previousHash + forged) }),
			HEAD,
			'第 3 条记录的前一条摘要不符'
		],
		['a missing first entry', without(0), HEAD, '第 1 条缺失，下一条是第 2 条'],
		['a missing entry', without(2), HEAD, '第 3 条缺失，下一条是第 4 条'],
		['a missing last entry', without(3), HEAD, '链尾是第 3 条，登记的链尾是第 4 条'],
		['all entries missing', [], HEAD, '链尾是第 0 条，登记的链尾是第 4 条'],
		['an entry beyond the head', FOUR, { seq: 3, hash: FOUR[2]!.hash }, '链尾是第 4 条，登记的链尾是第 3 条'],
		['another head', FOUR, { seq: 4, hash: 'f'.repeat(64) }, '链尾是第 4 条，登记的链尾是第 4 条']
	])('%s', (_, entries, head, fault) => {
		expect(verifyChain(entries, head)).toContain(fault);
	});

	test('any single change, wherever it is', () => {
		const flip = (text: string, at: number) => {
			const index = at % text.length;
			return `${text.slice(0, index)}${text[index] === '0' ? '1' : '0'}${text.slice(index + 1)}`;
		};
		const change = fc.constantFrom(
			'body',
			'hash',
			'previousHash',
			'seq',
			'remove',
			'swap',
			'double',
			'head hash',
			'head seq'
		);
		fc.assert(
			fc.property(marks, change, fc.nat(), fc.nat(5000), (list, what, where, at) => {
				const { entries, head } = chainOf(list);
				const index = where % entries.length;
				const one = entries[index]!;
				const other = (index + 1) % entries.length;
				const changed = [...entries];
				const newHead = { ...head };
				if (what === 'body' || what === 'hash' || what === 'previousHash')
					changed[index] = { ...one, [what]: flip(one[what], at) };
				else if (what === 'seq') changed[index] = { ...one, seq: one.seq + 1 + (at % 3) };
				else if (what === 'remove') changed.splice(index, 1);
				else if (what === 'double') changed.splice(index, 0, one);
				else if (what === 'head hash') newHead.hash = flip(head.hash, at);
				else if (what === 'head seq') newHead.seq += 1 + (at % 3);
				else [changed[index], changed[other]] = [changed[other]!, one];
				const isSame = what === 'swap' && index === other;
				expect(verifyChain(changed, newHead).length > 0).toBe(!isSame);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('a correction', () => {
	const placed = (seq: number, more: Partial<NewEntry> = {}) => ({ ...entry(seq), sourceId: `d#${seq}`, ...more, seq });
	const first = placed(1, { day: '2026-11-28' });
	const second = placed(2, { day: '2026-12-03', replaces: { sourceId: 'd#1', day: '2026-11-28', facts: first.facts } });
	const replaces = { sourceId: 'd#2', day: '2026-12-03', facts: second.facts, first: '2026-11-28' };
	const third = placed(3, { day: '2026-12-09', replaces });
	const faultOf = (one: typeof first, was: typeof first | null) =>
		faultOfCorrection({ ...one, replaces: one.replaces! }, was);

	test('says of what it replaces what that said, also of another correction', () => {
		expect(faultOf(second, first)).toBeNull();
		expect(faultOf(third, second)).toBeNull();
		expect([isLate(first), isLate(second), isLate(third)]).toEqual([false, true, true]);
	});
	test.each([
		['of nothing', third, null],
		['of what came after it', { ...second, seq: 1 }, first],
		['of other marks', { ...third, replaces: { ...replaces, facts: [] } }, second],
		['of another day', { ...third, replaces: { ...replaces, day: '2026-12-04' } }, second],
		['that moves the piece into another month', { ...third, replaces: { ...replaces, first: '2026-12-01' } }, second]
	])('%s is false', (_, one, was) => {
		expect(faultOf(one, was)).toContain('更正的内容与原记录不符');
	});
});

test('an entry counts for the month of its day', () => {
	expect(cycleOf('2026-11-30')).toBe('2026-11');
	expect(cycleOf('2026-12-01')).toBe('2026-12');
});

test('the root of a closed cycle tells every head, not their order', () => {
	const root = rootOf({ 'lin-yue': [4, 'aa'], 'wei-xiaoman': [2, 'bb'] });
	expect(rootOf({ 'wei-xiaoman': [2, 'bb'], 'lin-yue': [4, 'aa'] })).toBe(root);
	expect(rootOf({ 'lin-yue': [4, 'aa'] })).not.toBe(root);
	expect(rootOf({ 'lin-yue': [4, 'bb'], 'wei-xiaoman': [2, 'aa'] })).not.toBe(root);
	expect(rootOf({ 'lin-yue': [5, 'aa'], 'wei-xiaoman': [2, 'bb'] })).not.toBe(root);
});
