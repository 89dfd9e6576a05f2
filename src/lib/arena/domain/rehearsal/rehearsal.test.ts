import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeArgument, makeBundle, SECRET } from '../../../../../tests/support/bundle.ts';
import { acceptReply } from './accept-reply.ts';
import { markReply } from './mark-reply.ts';
import { type AnsweredArgument, openRound, roundsOf, shownReplies } from './rehearsal.ts';
import { type Shown, askRound, explainRound } from './show-round.ts';
import { summarise } from './summary.ts';

const bundle = makeBundle();
const rounds = roundsOf(bundle, { side: 'plaintiff', stage: 'debate' });
const best = { reply: 0, exhibit: 'p2', law: '甲法2', words: '' };
const answer = (argument: string, more: Partial<AnsweredArgument> = {}): AnsweredArgument => ({
	...{ ...best, argument, mark: 100 },
	...more
});

describe('rounds', () => {
	test('are the other side’s arguments of the stage, in the order of the file', () => {
		expect(rounds.map(({ id }) => id)).toEqual(['defendant-1', 'defendant-3', 'defendant-5']);
		expect(roundsOf(bundle, { side: 'defendant', stage: 'proof' }).every(({ by }) => by === 'plaintiff')).toBe(true);
	});

	test('come one after the other until all are answered', () => {
		expect(openRound(rounds, [])?.id).toBe('defendant-1');
		expect(openRound(rounds, [answer('defendant-1')])?.id).toBe('defendant-3');
		expect(
			openRound(
				rounds,
				rounds.map(({ id }) => answer(id))
			)
		).toBeNull();
	});

	test('show the same replies in the same order for the same seed, and all of them', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const shown = shownReplies(rounds[0]!, seed);
				expect(shown.map(({ place }) => place).sort()).toEqual([0, 1, 2]);
				expect(shownReplies(rounds[0]!, seed)).toEqual(shown);
				expect(shown.every(({ place, reply }) => rounds[0]!.replies[place] === reply)).toBe(true);
			})
		);
		const firsts = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => shownReplies(rounds[0]!, seed)[0]!.place));
		expect(firsts.size).toBe(3);
	});
});

describe('marks', () => {
	const argument = makeArgument('defendant', 1);
	test.each([
		['everything right', {}, 100],
		['half a reply', { reply: 1 }, 75],
		['a wrong reply', { reply: 2 }, 50],
		['another exhibit', { exhibit: 'p1' }, 75],
		['no exhibit where one is needed', { exhibit: '' }, 75],
		['another article', { law: '甲法1' }, 75],
		['nothing', { reply: 2, exhibit: 'd1', law: '甲法1' }, 0],
		['a reply that is not there', { reply: 9 }, 50]
	])('%s', (_, more, total) => {
		expect(markReply(argument, { ...best, ...more }).total).toBe(total);
	});

	test('where no exhibit is needed, naming none is right', () => {
		const bare = makeArgument('defendant', 1, { met: { exhibits: [], law: ['甲法2'], line: '…' } });
		expect(markReply(bare, { ...best, exhibit: '' }).exhibit).toBe(25);
		expect(markReply(bare, best).exhibit).toBe(0);
	});
});

describe('what is posted', () => {
	const posted = { reply: '1', exhibit: 'p2', law: '甲法2', words: ' 我方认可。 ' };
	test('is read into picks', () => {
		const given = acceptReply(rounds[0]!, bundle, posted);
		expect(given).toEqual({ ok: true, value: { reply: 1, exhibit: 'p2', law: '甲法2', words: '我方认可。' } });
		const none = acceptReply(rounds[0]!, bundle, { ...posted, exhibit: 'none' });
		expect(none.ok && none.value.exhibit).toBe('');
	});

	test.each([
		[{ reply: '' }, 'reply'],
		[{ reply: '3' }, 'reply'],
		[{ reply: '-1' }, 'reply'],
		[{ exhibit: '' }, 'exhibit'],
		[{ exhibit: 'p9' }, 'exhibit'],
		[{ law: '' }, 'law'],
		[{ law: '丙法' }, 'law'],
		[{ words: '长'.repeat(401) }, 'words']
	])('%j is refused at its field', (more, field) => {
		const given = acceptReply(rounds[0]!, bundle, { ...posted, ...more });
		expect(given.ok ? null : given.refusal.field).toBe(field);
	});
});

describe('the summary', () => {
	test('gives the mean, the areas, what was missed and what trains it', () => {
		const answers = [
			answer('defendant-1'),
			answer('defendant-3', { reply: 1 }),
			answer('defendant-5', { law: '甲法1' })
		];
		const { mark, areas, missed, items } = summarise(bundle, rounds, answers);
		expect(mark).toBe(83);
		expect(areas).toEqual([
			{ area: 'facts', rounds: 1, mark: 75 },
			{ area: 'procedure', rounds: 1, mark: 100 },
			{ area: 'discretion', rounds: 1, mark: 75 }
		]);
		expect(missed.map(({ argument }) => argument.id)).toEqual(['defendant-3', 'defendant-5']);
		expect(items).toEqual(['item-a', 'item-b', 'item-c']);
	});

	test('of nothing is nothing', () => {
		expect(summarise(bundle, rounds, [])).toEqual({ mark: 0, areas: [], missed: [], items: [] });
	});

	test('lies between the lowest and the highest mark, and the order of answers decides nothing', () => {
		const given = fc.record({
			reply: fc.integer({ min: 0, max: 2 }),
			exhibit: fc.constantFrom('p1', 'p2', ''),
			law: fc.constantFrom('甲法1', '甲法2')
		});
		fc.assert(
			fc.property(fc.array(given, { minLength: 3, maxLength: 3 }), (list) => {
				const answers = list.map((one, index) => answer(rounds[index]!.id, one));
				const marks = answers.map((one, index) => markReply(rounds[index]!, one).total);
				const { mark } = summarise(bundle, rounds, answers);
				expect(mark).toBeGreaterThanOrEqual(Math.min(...marks));
				expect(mark).toBeLessThanOrEqual(Math.max(...marks));
				expect(summarise(bundle, rounds, [...answers].reverse())).toEqual(summarise(bundle, rounds, answers));
			})
		);
	});
});

describe('what a round shows', () => {
	const law = ['甲法1', '甲法2'].map((key) => ({
		key,
		name: `《${key}》`,
		about: '…',
		law: 'x',
		article: '1',
		on: '2026-04-01'
	}));
	const shown: Shown = { bundle, law, rounds, seed: 7 };

	test('before it is answered, nothing tells the best reply', () => {
		const text = JSON.stringify(askRound(rounds[0]!, shown));
		expect(text).not.toContain(SECRET);
		expect(text).not.toContain('worth');
		expect(text).not.toContain('原告证据2');
	});

	test('afterwards, every reason, what to point to, and the model line', () => {
		const round = explainRound(rounds[1]!, answer('defendant-3', { reply: 1, exhibit: '', words: '我的话' }), shown);
		expect(round.number).toBe(2);
		expect(round.replies.find(({ isGiven }) => isGiven)?.worth).toBe(50);
		expect(round.exhibit).toEqual({ given: '', best: ['原告证据2 材料p2'] });
		expect(round.law).toEqual({ given: '《甲法2》', best: ['《甲法2》'] });
		expect([round.model, round.words, round.marks.total]).toEqual([SECRET, '我的话', 50]);
	});
});
