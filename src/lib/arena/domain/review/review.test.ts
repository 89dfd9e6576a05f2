import { describe, expect, test } from 'vitest';
import { atStage, exhibit } from '../../../../../tests/support/hearing.ts';
import type { Defect } from '../bundle/bundle.ts';
import { reviewOf } from './review.ts';

const defect = (id: string, given: Partial<Defect>): Defect => ({
	...{ id, sub: 'B5', exhibit: 'd1', what: '告知书的金额与决定不一致', consequence: 'unlawful', raisedBy: 'plaintiff' },
	...given
});
const issue = (id: string, sub: 'B5' | 'E3' | 'A1', items: string[]) =>
	({ id, sub, question: '问', favours: 'open', note: '', items }) as const;
const issues = [
	issue('one', 'B5', ['item-b']),
	issue('two', 'E3', ['item-e', 'item-b']),
	issue('three', 'A1', ['item-a'])
];
const FILE = { exhibits: [exhibit('d1'), exhibit('d2'), exhibit('p1')] };
const PLAINTIFF = { id: 'plaintiff-1', side: 'plaintiff' } as const;
const DEFENDANT = { id: 'defendant-1', side: 'defendant' } as const;

/** In the proof, with both exhibits of the defendant and the plaintiff's on the table. */
function proof() {
	const telling = atStage('S7', FILE);
	for (const id of ['d1', 'd2']) telling.do('defendant-1', 'offer', { exhibitId: id, proves: '事实', issueIds: [] });
	telling.do('defendant-1', 'rest', {}).do('plaintiff-1', 'offer', { exhibitId: 'p1', proves: '反证', issueIds: [] });
	return telling;
}
const opposes = (exhibitId: string, properties: readonly ('legality' | 'relevance')[]) => ({
	...{ exhibitId, properties, weight: '', text: properties.length > 0 ? '不认可。' : '', citations: [] }
});

describe('a seeded defect', () => {
	test('is found by opposing the exhibit; saying nothing against it finds nothing', () => {
		const defects = [defect('one', { exhibit: 'd1', sub: 'C1' }), defect('two', { exhibit: 'd2', sub: 'C1' })];
		const telling = proof().do('plaintiff-1', 'oppose', opposes('d1', ['legality']));
		telling
			.do('plaintiff-1', 'oppose', opposes('d2', []))
			.do('defendant-1', 'respond', { exhibitId: 'd1', text: '有原件。' });
		const { toFind } = reviewOf(PLAINTIFF, { defects, issues }, telling);
		expect(toFind.map(({ id, raised }) => [id, raised.map(({ text }) => text)])).toEqual([
			['one', ['不认可。']],
			['two', []]
		]);
		expect(toFind[0]!.answered).toMatchObject([{ seatId: 'defendant-1', text: '有原件。' }]);
	});

	test('is found by arguing its point, or its exhibit on an issue of its area, and by no other talk about the exhibit', () => {
		const raised = (sub: Defect['sub'], exhibitIds: string[]) => {
			const telling = proof().to('S8').to('S9');
			telling.speak('plaintiff-1', 'argument', { issueId: 'i1', exhibitIds });
			return reviewOf(PLAINTIFF, { defects: [defect('one', { sub })], issues }, telling).toFind[0]!.raised.length;
		};
		// The issue of the table is B5.
		expect([raised('B5', []), raised('B6', ['d1']), raised('B6', []), raised('E3', ['d1'])]).toEqual([1, 1, 0, 0]);
	});

	test('is the other side’s to meet, and answered only after it was raised', () => {
		const telling = proof().do('plaintiff-1', 'oppose', opposes('d1', ['legality']));
		const known = { defects: [defect('one', {})], issues };
		expect(reviewOf(DEFENDANT, known, telling)).toMatchObject({ toFind: [], toMeet: [{ raised: [{}], answered: [] }] });
		telling.do('defendant-1', 'respond', { exhibitId: 'd1', text: '已经更正。' });
		const after = reviewOf(DEFENDANT, known, telling);
		expect(after.toMeet[0]!.answered).toHaveLength(1);
		expect(after.items).toEqual([]);
	});
});

describe('what comes next', () => {
	test('are the items of the very points that were missed, each once; of the area where no issue is about the point', () => {
		const defects = [defect('one', { sub: 'B5' }), defect('two', { sub: 'E3' }), defect('three', { sub: 'A6' })];
		const { items, next } = reviewOf(PLAINTIFF, { defects, issues }, atStage('S7', FILE));
		expect(items).toEqual(['item-b', 'item-e', 'item-a']);
		expect(next).toEqual(['facts', 'procedure', 'discretion']);
	});

	test('nothing, when everything was found', () => {
		const telling = proof().do('plaintiff-1', 'oppose', opposes('d1', ['legality']));
		expect(reviewOf(PLAINTIFF, { defects: [defect('one', {})], issues }, telling)).toMatchObject({
			items: [],
			next: []
		});
	});
});

test('sentences are counted by area, with what hangs on them; greetings and final words are not', () => {
	const telling = proof().to('S8').to('S9');
	const citations = [{ law: 'work-safety-law', article: '97' }];
	telling.speak('plaintiff-1', 'argument', { issueId: 'i1', exhibitIds: ['d1'], citations });
	telling.speak('plaintiff-1', 'argument', { issueId: 'i1' }).to('S10').speak('plaintiff-1', 'final');
	const { areas, loose } = reviewOf(PLAINTIFF, { defects: [], issues }, telling);
	const procedure = areas.find(({ area }) => area === 'procedure');
	expect(procedure).toEqual({ area: 'procedure', own: 2, bench: 2, withExhibit: 1, withLaw: 1 });
	expect([areas.length, loose]).toEqual([5, 0]);
	expect(reviewOf(DEFENDANT, { defects: [], issues }, telling).areas.every(({ bench }) => bench === 0)).toBe(true);
});
