import { describe, expect, test } from 'vitest';
import { deskAddress, readDeskFilter } from './desk-filter.ts';
import { type DeskRow, waitedWords, waitingFor, waitsFor } from './desk.ts';
import { gatesOf } from './gates.ts';
import type { Act, Person, State } from './workflow.ts';

const trainer: Person = {
	id: 'fang',
	mayWrite: true,
	mayReviewInternally: true,
	mayReviewLegally: false,
	mayWithdraw: true
};
const lawyer: Person = { ...trainer, id: 'shen', mayWrite: false, mayReviewInternally: false, mayReviewLegally: true };
const row = (change: Partial<DeskRow> = {}): DeskRow => ({
	...{ state: 'draft', stateSince: new Date('2026-11-20T01:00:00Z'), authors: ['liang'], internalReviewer: null },
	...{ lastAct: 'start', unanswered: 0, ...change }
});

describe('whose turn it is', () => {
	test.each([
		['a draft of somebody else', row(), trainer, null],
		['waiting for a colleague', row({ state: 'internal-review' }), trainer, 'internal'],
		['an own one under review', row({ state: 'internal-review', authors: ['fang'] }), trainer, null],
		['waiting for law', row({ state: 'legal-review', internalReviewer: 'fang' }), lawyer, 'legal'],
		['what one passed oneself', row({ state: 'legal-review', internalReviewer: 'shen' }), lawyer, null],
		['sent back', row({ lastAct: 'return-legal', authors: ['fang'] }), trainer, 'returned'],
		['taken back', row({ lastAct: 'take-back', authors: ['fang'] }), trainer, null],
		['with a remark', row({ unanswered: 1, authors: ['fang'] }), trainer, 'answer'],
		['with a remark, of somebody else', row({ unanswered: 1 }), trainer, null],
		['published', row({ state: 'published' }), trainer, null]
	])('%s', (_, one, who, expected) => {
		expect(waitsFor(one, who)).toBe(expected);
	});

	test('the longest waiting comes first, reviews before what was sent back', () => {
		const late = row({ state: 'internal-review', stateSince: new Date('2026-11-18T01:00:00Z') });
		const soon = row({ state: 'internal-review' });
		const back = row({ lastAct: 'return-internal', authors: ['fang'], stateSince: new Date('2026-11-01T01:00:00Z') });
		expect(waitingFor([back, soon, late], trainer).map(({ stateSince }) => stateSince.getUTCDate())).toEqual([
			18, 20, 1
		]);
	});

	test('a wait in words', () => {
		expect([0, 1, 12].map(waitedWords)).toEqual(['今天', '等了 1 天', '等了 12 天']);
	});
});

describe('the address of a view', () => {
	test('is read back as it was written', () => {
		const filter = readDeskFilter(new URLSearchParams('kind=item&state=draft&q=证件&sort=waiting&page=3'));
		expect(filter).toEqual({ kind: 'item', state: 'draft', author: '', query: '证件', sort: 'waiting', page: 3 });
		expect(readDeskFilter(new URLSearchParams(deskAddress(filter, { page: 3 }).slice(1)))).toEqual(filter);
		expect(deskAddress(filter, {})).not.toContain('page');
	});
	test('what it does not know filters nothing', () => {
		const odd = new URLSearchParams("kind=x&state=y&sort=z&page=-1&author=' or 1=1");
		expect(readDeskFilter(odd)).toEqual({ kind: '', state: '', author: '', query: '', sort: 'newest', page: 1 });
	});
});

describe('the strip of gates', () => {
	const step = (act: Act, state: State, personId: string, reason = '') => ({
		act,
		state,
		personId,
		reason,
		at: new Date('2026-11-20T01:00:00Z')
	});
	const path = [
		step('start', 'draft', 'liang'),
		step('submit', 'internal-review', 'liang'),
		step('approve-internal', 'legal-review', 'fang'),
		step('return-legal', 'draft', 'shen', '法条错了一款'),
		step('submit', 'internal-review', 'liang'),
		step('approve-internal', 'legal-review', 'fang'),
		step('approve-legal', 'published', 'shen'),
		step('withdraw', 'withdrawn', 'shen', '法条已经修改')
	];
	const at = (count: number) =>
		gatesOf(path.slice(0, count), (id) => id).map(({ label, state }) => `${label} ${state}`);
	test.each([
		[1, ['写稿 now', '内审 ahead', '法审 ahead', '发布 ahead']],
		[2, ['写稿 done', '内审 now', '法审 ahead', '发布 ahead']],
		[3, ['写稿 done', '内审 done', '法审 now', '发布 ahead']],
		[4, ['写稿 now', '内审 ahead', '法审 returned', '发布 ahead']],
		[5, ['写稿 done', '内审 now', '法审 ahead', '发布 ahead']],
		[7, ['写稿 done', '内审 done', '法审 done', '发布 done']],
		[8, ['写稿 done', '内审 done', '法审 done', '撤回 returned']]
	])('after %i steps', (count, expected) => expect(at(count)).toEqual(expected));
});
