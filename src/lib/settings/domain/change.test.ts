import { describe, expect, test } from 'vitest';
import { type Change, type Wanted, inForce, judgeChange, judgeDecision, pendingOf } from './change.ts';
import { settingOf } from './registry.ts';

const LENGTH = settingOf('identity.password-min-length');
const FIGURE = settingOf('local.hearing-fine-unit');

const change = (given: Partial<Change>): Change => ({
	...{ number: 1, value: 12, needsSecond: false, changedBy: 'guan', verdict: null, source: null, sourceOn: null },
	...given
});
const waiting = change({ needsSecond: true });
const wanted = (given: Partial<Wanted> = {}): Wanted => ({
	...{ value: 12, reason: '按等保要求加长。', seen: 0, by: 'guan', source: '', sourceOn: '' },
	...given
});
const sourced = { value: 50_000, source: '省应急厅〔2026〕12号', sourceOn: '2026-03-01' };
const codeOf = (result: ReturnType<typeof judgeChange | typeof judgeDecision>) =>
	result.ok ? result.value : result.refusal.code;

describe('what is in force', () => {
	test.each<[string, Change[], number | null, number | null]>([
		['nothing was changed', [], null, null],
		['one change', [change({})], 1, null],
		['the last one', [change({}), change({ number: 2 })], 2, null],
		['one that waits does not count', [change({}), change({ number: 2, needsSecond: true })], 1, 2],
		['nor one sent back', [change({}), change({ number: 2, needsSecond: true, verdict: 'refused' })], 1, null],
		['nor one taken back', [change({ needsSecond: true, verdict: 'withdrawn' })], null, null],
		['one that was confirmed does', [change({ needsSecond: true, verdict: 'confirmed' })], 1, null]
	])('%s', (_, changes, force, pending) => {
		expect(inForce(changes)?.number ?? null).toBe(force);
		expect(pendingOf(changes)?.number ?? null).toBe(pending);
	});
});

describe('a change', () => {
	test.each<[string, Change[], Partial<Wanted>, unknown]>([
		['the first', [], {}, { number: 1, isNew: true }],
		['the next', [change({})], { value: 14, seen: 1 }, { number: 2, isNew: true }],
		['a second click', [change({})], {}, { number: 1, isNew: false }],
		['the same of somebody else is no second click', [change({})], { by: 'he' }, 'changed'],
		['somebody was faster', [change({ value: 16 })], {}, 'changed'],
		['a page of another setting', [], { seen: 3 }, 'changed'],
		['no reason', [], { reason: ' 改 ' }, 'no-reason'],
		['nothing changes', [], { value: 10 }, 'same'],
		['nothing changes again', [change({})], { seen: 1 }, 'same'],
		['back to the preset', [change({})], { value: 10, seen: 1 }, { number: 2, isNew: true }],
		['another one waits', [waiting], { value: 14, seen: 1 }, 'pending']
	])('%s', (_, changes, given, expected) => {
		expect(codeOf(judgeChange(LENGTH, changes, wanted(given)))).toEqual(expected);
	});

	test.each<[string, Change[], Partial<Wanted>, unknown]>([
		['another figure with its source', [], sourced, { number: 1, isNew: true }],
		['the preset is confirmed by naming its source', [], { ...sourced, value: 30_000 }, { number: 1, isNew: true }],
		['no source', [], { ...sourced, source: '' }, 'no-source'],
		['no day', [], { ...sourced, sourceOn: '2026-13-01' }, 'no-source-day'],
		['the same with the same source', [change(sourced)], { ...sourced, seen: 1 }, 'same'],
		[
			'the same figure by a newer document',
			[change(sourced)],
			{ ...sourced, sourceOn: '2026-09-01', seen: 1 },
			{ number: 2, isNew: true }
		]
	])('of a local figure: %s', (_, changes, given, expected) => {
		expect(codeOf(judgeChange(FIGURE, changes, wanted(given)))).toEqual(expected);
	});
});

describe('a decision', () => {
	const refused = change({ needsSecond: true, verdict: 'refused' });
	test.each<[string, Change[], Partial<Parameters<typeof judgeDecision>[1]>, unknown]>([
		['a second person confirms', [waiting], {}, true],
		['never whoever made it', [waiting], { by: 'guan' }, 'not-second'],
		['nor sends it back', [waiting], { by: 'guan', verdict: 'refused', reason: '不合适了' }, 'not-second'],
		['who takes it back', [waiting], { by: 'guan', verdict: 'withdrawn' }, true],
		['somebody else does not', [waiting], { verdict: 'withdrawn' }, 'not-own'],
		['sent back with a reason', [waiting], { verdict: 'refused', reason: '先问法规科' }, true],
		['sent back without one', [waiting], { verdict: 'refused', reason: '' }, 'no-reason'],
		['a second click', [refused], { verdict: 'refused' }, false],
		['too late', [refused], {}, 'decided'],
		['of a change that needs none', [change({})], {}, 'no-such-change'],
		['of no change', [], {}, 'no-such-change']
	])('%s', (_, changes, given, expected) => {
		const decision = { number: 1, verdict: 'confirmed', reason: '', by: 'du', ...given } as const;
		expect(codeOf(judgeDecision(changes, decision))).toEqual(expected);
	});
});
