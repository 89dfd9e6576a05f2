import { describe, expect, test } from 'vitest';
import { FIRST_RULE, RULES, SECOND_RULE } from '../../../../tests/support/rules.ts';
import { catalogueOf, fieldOf, fieldsOf, ruleFrom } from './rule-draft.ts';

const CATALOGUE = catalogueOf(RULES);
const about = ({ version, effectiveFrom, basis }: typeof FIRST_RULE) => ({ version, effectiveFrom, basis });

describe('a form of a rule', () => {
	test.each([
		['the second', SECOND_RULE],
		['the first', FIRST_RULE]
	])('says %s rule and nothing else', (_, rule) => {
		expect(ruleFrom(fieldsOf(rule, CATALOGUE), CATALOGUE, about(rule))).toEqual(rule);
	});

	test('shows what a version leaves out with the weight 0', () => {
		const fields = fieldsOf(FIRST_RULE, CATALOGUE);
		expect(fields).toMatchObject({
			'weight/fresh': '60',
			'weight/drafting': '0',
			'most/drafting': '5',
			tie1: 'retained'
		});
		expect(fields['ceiling/casework/5']).toBe('100');
	});

	test('takes a component in and another one out', () => {
		const fields = { ...fieldsOf(SECOND_RULE, CATALOGUE), 'weight/casework': '0', 'weight/review': ' 15 ' };
		const made = ruleFrom(fields, CATALOGUE, about(SECOND_RULE));
		expect(made.components.map(({ key, weight }) => [key, weight])).toEqual([
			['fresh', 20],
			['retained', 25],
			['drafting', 30],
			['review', 15],
			['discretion', 10]
		]);
	});

	test.each(['', 'x', '-5', '2.5', '99999'])('keeps %j from being taken for a number', (typed) => {
		const made = ruleFrom(
			{ ...fieldsOf(SECOND_RULE, CATALOGUE), 'weight/fresh': typed },
			CATALOGUE,
			about(SECOND_RULE)
		);
		expect(made.components[0]!.weight).toBeNaN();
	});
});

test.each([
	[['components', 2, 'weight'], 'weight/drafting'],
	[['components', 0, 'afterDays'], 'after/fresh'],
	[['components', 3, 'ceilings', 1], 'ceiling/review/2'],
	[['components', 3, 'ceilings'], 'ceiling/review/1'],
	[['components', 4], 'most/discretion'],
	[['components'], 'components'],
	[['floors', 'sets'], 'sets'],
	[['leastMeasured'], 'leastMeasured'],
	[['tieBreaks'], 'tie1'],
	[['tieBreaks', 1], 'tie2'],
	[[], 'form']
])('a fault at %j stands at the field %s', (path, field) => {
	expect(fieldOf(path, SECOND_RULE)).toBe(field);
});
