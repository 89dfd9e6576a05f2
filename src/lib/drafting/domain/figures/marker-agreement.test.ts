import { describe, expect, test } from 'vitest';
import { type MarkedTwice, compareMarkers, describeAgreement, describeKappa } from './marker-agreement.ts';

const criterion = (id: string, count: number) => ({
	...{ id, title: id, weight: 50, question: '' },
	levels: Array.from({ length: count }, (_, at) => ({ title: `${at}`, anchor: '' }))
});
const twice = (first: [number, number], second: [number, number], marks: [number, number]): MarkedTwice => ({
	...{ guideId: 'g', limit: 15, criteria: [criterion('a', 5), criterion('b', 3)] },
	first: { levels: { a: first[0], b: first[1] }, mark: marks[0] },
	second: { levels: { a: second[0], b: second[1] }, mark: marks[1] }
});
const LIST = Array.from({ length: 10 }, (_, n) => twice([n % 5, n % 3], [n % 5, (n + 1) % 3], [50, 50 + (n % 4) * 10]));

describe('guide by guide', () => {
	const [found] = compareMarkers(LIST);

	test('documents, pairs, distance, thirds', () => {
		expect(found).toMatchObject({ guideId: 'g', n: 10, pairs: 20, meanDifference: 13, thirds: 4 });
	});

	test('a criterion on which all agree has 1, one on which nobody does has less', () => {
		const [a, b] = found!.criteria;
		expect(a!.agreement!.kappa).toBe(1);
		expect(b!.agreement!.kappa).toBeLessThan(0);
		expect(found!.agreement!.kappa).toBeGreaterThan(b!.agreement!.kappa);
	});

	test('a level that a version did not know is no pair', () => {
		const old = { ...twice([1, 1], [1, 1], [50, 50]), criteria: [criterion('a', 5)] };
		const [one] = compareMarkers([...LIST, old]);
		expect(one!.criteria.map(({ n }) => n)).toEqual([11, 10]);
	});

	test('nothing marked, nothing said', () => expect(compareMarkers([])).toEqual([]));
});

test.each([
	[0.9, '几乎一致'],
	[0.61, '相当一致'],
	[0.5, '中等'],
	[0.3, '较低'],
	[0.1, '很低'],
	[-0.2, '不比随机好']
])('%d is called %s', (kappa, words) => expect(describeKappa(kappa)).toBe(words));

test('in words, also where it says nothing', () => {
	const agreement = { kappa: 0.712, interval: { low: 0.5, high: 0.85 } };
	expect(describeAgreement({ n: 20, agreement })).toBe('0.71（0.50 至 0.85），相当一致');
	expect(describeAgreement({ n: 7, agreement: null })).toBe('不足 8 份，说明不了什么');
	expect(describeAgreement({ n: 9, agreement: null })).toBe('两人总选同一档，无从区分');
});
