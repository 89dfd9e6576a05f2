import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTS, type Act, type Person, STATES, type Standing, type State, actsOf, judgeStep } from './workflow.ts';

const person = (id: string, roles: 'none' | 'writer' | 'legal' | 'both' = 'writer'): Person => ({
	...{
		id,
		mayWrite: roles === 'writer' || roles === 'both',
		mayReviewInternally: roles === 'writer' || roles === 'both'
	},
	...{ mayReviewLegally: roles === 'legal' || roles === 'both', mayWithdraw: roles !== 'none' }
});
const LIANG = person('liang');
const FANG = person('fang');
const SHEN = person('shen', 'legal');
const GU = person('gu', 'both');
const LIN = person('lin', 'none');

const standing = (change: Partial<Standing> = {}): Standing => ({
	...{ state: 'draft', authors: ['liang'], internalReviewer: null, openComments: 0, unanswered: 0 },
	...{ faults: 0, warnings: 0, needsNote: false, ...change }
});
const codeOf = (act: Act, where: Standing, who: Person, reason = '') => {
	const decided = judgeStep({ act, reason }, where, who);
	return decided.ok ? decided.value : decided.refusal.code;
};
const passedBy = (one: Person) => ({ id: one.id, name: one.id });

describe('each act', () => {
	const legal = standing({ state: 'legal-review', internalReviewer: passedBy(FANG) });
	const table: [string, Act, Standing, Person, string, string][] = [
		['the author hands in', 'submit', standing(), LIANG, '', 'internal-review'],
		['a colleague does not', 'submit', standing(), FANG, '', 'not-author'],
		['nor an officer who once wrote in it', 'submit', standing({ authors: ['lin'] }), LIN, '', 'not-author'],
		['with faults', 'submit', standing({ faults: 2 }), LIANG, '', 'faults'],
		[
			'with a remark that nobody answered',
			'submit',
			standing({ openComments: 1, unanswered: 1 }),
			LIANG,
			'',
			'unanswered'
		],
		['with a remark that is answered', 'submit', standing({ openComments: 1 }), LIANG, '', 'internal-review'],
		['with warnings', 'submit', standing({ warnings: 3 }), LIANG, '', 'internal-review'],
		['a change without a note', 'submit', standing({ needsNote: true }), LIANG, '', 'no-reason'],
		['a change with a note', 'submit', standing({ needsNote: true }), LIANG, '改了第二个选项', 'internal-review'],
		['twice', 'submit', standing({ state: 'internal-review' }), LIANG, '', 'wrong-state'],
		['the author takes it back', 'take-back', standing({ state: 'internal-review' }), LIANG, '', 'draft'],
		['from the legal review, too', 'take-back', legal, LIANG, '', 'draft'],
		['a colleague passes it', 'approve-internal', standing({ state: 'internal-review' }), FANG, '', 'legal-review'],
		['the author does not', 'approve-internal', standing({ state: 'internal-review' }), LIANG, '', 'own-text'],
		['nor a legal reviewer', 'approve-internal', standing({ state: 'internal-review' }), SHEN, '', 'not-reviewer'],
		[
			'nor with an open remark',
			'approve-internal',
			standing({ state: 'internal-review', openComments: 1 }),
			FANG,
			'',
			'open-comments'
		],
		[
			'sent back without a reason',
			'return-internal',
			standing({ state: 'internal-review' }),
			FANG,
			'不行',
			'no-reason'
		],
		['sent back with one', 'return-internal', standing({ state: 'internal-review' }), FANG, '程序部分没写清', 'draft'],
		['published by a legal reviewer', 'approve-legal', legal, SHEN, '', 'published'],
		[
			'not past the internal review',
			'approve-legal',
			standing({ state: 'legal-review' }),
			SHEN,
			'',
			'no-internal-review'
		],
		['not by the same person', 'approve-legal', { ...legal, internalReviewer: passedBy(GU) }, GU, '', 'same-reviewer'],
		['not by a trainer', 'approve-legal', legal, GU, '', 'published'],
		['not with warnings', 'approve-legal', { ...legal, warnings: 1 }, SHEN, '', 'personal-data'],
		['withdrawn', 'withdraw', standing({ state: 'published' }), SHEN, '法条已经修改', 'withdrawn'],
		['not by an officer', 'withdraw', standing({ state: 'published' }), LIN, '法条已经修改', 'not-keeper'],
		['superseded by nobody', 'supersede', standing({ state: 'published' }), GU, '', 'automatic'],
		['given up', 'discard', standing(), LIANG, '与另一篇重复了', 'discarded']
	];
	test.each(table)('%s', (_, act, where, who, reason, expected) => {
		expect(codeOf(act, where, who, reason)).toBe(expected);
	});
});

test('what a person could do is offered, whatever still stands in the way', () => {
	expect(actsOf(standing({ faults: 5 }), LIANG)).toEqual(['submit', 'discard']);
	expect(actsOf(standing({ state: 'internal-review' }), FANG)).toEqual(['approve-internal', 'return-internal']);
	expect(actsOf(standing({ state: 'published' }), LIN)).toEqual([]);
});

const PEOPLE = [LIANG, FANG, SHEN, GU, LIN];
const ALL_ACTS = Object.keys(ACTS) as Act[];
/** Mostly an act that leaves the state, now and then any; mostly with nothing in its way. */
const rarely = fc.integer({ min: 0, max: 9 }).map((n) => (n === 9 ? 1 : 0));
const move = fc.record({
	...{ pick: fc.nat(1000), isAny: rarely, who: fc.constantFrom(...PEOPLE), writes: rarely },
	...{ openComments: rarely, faults: rarely, warnings: rarely }
});
function actFrom(state: State, { pick, isAny }: { pick: number; isAny: number }): Act {
	const leaving = ALL_ACTS.filter((act) => ACTS[act].from.includes(state) && act !== 'discard');
	const list = isAny || leaving.length === 0 ? ALL_ACTS : leaving;
	return list[pick % list.length]!;
}

test('no way leads to the reader but through both gates, by two people who did not write a word of it', () => {
	let published = 0;
	fc.assert(
		fc.property(fc.array(move, { minLength: 1, maxLength: 60 }), (moves) => {
			let state: State = 'draft';
			const authors = new Set(['liang']);
			let round: { act: Act; by: string }[] = [];
			for (const one of moves) {
				const { who, writes, openComments, faults, warnings } = one;
				const act = actFrom(state, one);
				if (writes && state === 'draft' && who.mayWrite) authors.add(who.id);
				const passed = round.find((step) => step.act === 'approve-internal');
				const where = standing({
					...{ state, authors: [...authors], openComments, faults, warnings },
					internalReviewer: passed ? { id: passed.by, name: passed.by } : null
				});
				const decided = judgeStep({ act, reason: '写明白的理由' }, where, who);
				if (!decided.ok) {
					expect(decided.refusal.message).toMatch(/\p{Script=Han}.*。$/u);
					continue;
				}
				if (act === 'submit') round = [];
				round.push({ act, by: who.id });
				state = decided.value;
				if (state !== 'published') continue;
				published++;
				const gates = round.filter((step) => step.act.startsWith('approve'));
				expect(gates.map((gate) => gate.act)).toEqual(['approve-internal', 'approve-legal']);
				expect(new Set(gates.map(({ by }) => by)).size).toBe(2);
				expect(gates.some(({ by }) => authors.has(by))).toBe(false);
				expect([faults, warnings, openComments]).toEqual([0, 0, 0]);
			}
		}),
		{ numRuns: 1500 }
	);
	// The property would hold of a workflow that publishes nothing.
	expect(published).toBeGreaterThan(10);
});

test('every state is reached by some act, and every act leads to a state', () => {
	const reached = new Set(Object.values(ACTS).map(({ to }) => to));
	expect([...reached].sort()).toEqual(Object.keys(STATES).sort());
});
