import { expect, test } from 'vitest';
import { parsePath } from '../path.ts';
import { applyChange, spotsAt, textOfPlace } from './place.ts';

const file = {
	documents: {
		order: { seal: true, problems: [{ no: '1' }, { no: '2', fact: '' }], signs: ['甲', '乙'] },
		receipt: { place: '厂区' }
	},
	case: { party: { name: '灯塔公司' } },
	parameters: {}
};
const placesOf = (text: string) =>
	spotsAt(parsePath(text)!, file, 'order').map((spot) => [textOfPlace(spot), spot.value]);

test.each([
	['f.seal', [['order/seal', true]]],
	[
		'f.problems[].no',
		[
			['order/problems/0/no', '1'],
			['order/problems/1/no', '2']
		]
	],
	['f.problems[].fact', []],
	['f.signs', [['order/signs', ['甲', '乙']]]],
	['d.receipt.place', [['receipt/place', '厂区']]],
	['d.letter.place', []],
	['c.party.name', [['/party/name', '灯塔公司']]],
	['p.limit', []]
])('%s leads to %j', (text, places) => {
	expect(placesOf(text)).toEqual(places);
});

test('a change makes another file and leaves the one before as it was', () => {
	const before = JSON.stringify(file);
	const after = applyChange(file, [
		{ document: 'order', keys: ['problems', 0, 'no'], value: '3' },
		{ document: 'order', keys: ['signs', 1], value: undefined },
		{ document: 'order', keys: ['seal'], value: undefined },
		{ document: null, keys: ['party', 'name'], value: '灯塔' },
		{ document: 'receipt', keys: [], value: undefined }
	]);
	expect(after).toEqual({
		documents: { order: { problems: [{ no: '3' }, { no: '2', fact: '' }], signs: ['甲'] } },
		case: { party: { name: '灯塔' } },
		parameters: {}
	});
	expect(JSON.stringify(file)).toBe(before);
	expect(after.documents.order!['problems']).not.toBe(file.documents.order.problems);
});

test('documents keep their order when one of them changes', () => {
	const after = applyChange(file, [{ document: 'order', keys: ['seal'], value: false }]);
	expect(Object.keys(after.documents)).toEqual(['order', 'receipt']);
});
