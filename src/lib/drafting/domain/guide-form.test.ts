import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_CRITERION, type GuideForm, guideFormOf, readGuideForm } from './guide-form.ts';

const CRITERION = {
	id: 'facts',
	title: '事实',
	weight: '100',
	question: '清楚吗',
	levels: '没有：一点没写\n有：写清楚了'
};
const FORM: GuideForm = { title: '细则', limit: '15', documents: ['penalty-decision'], criteria: [CRITERION] };
const changed = (over: Partial<typeof CRITERION>) => ({ ...FORM, criteria: [{ ...CRITERION, ...over }] });

describe('reading', () => {
	test('a whole form', () => {
		expect(readGuideForm(FORM)).toEqual({
			faults: {},
			body: {
				documents: ['penalty-decision'],
				limit: 15,
				criteria: [
					{
						...{ id: 'facts', title: '事实', weight: 100, question: '清楚吗' },
						levels: [
							{ title: '没有', anchor: '一点没写' },
							{ title: '有', anchor: '写清楚了' }
						]
					}
				]
			}
		});
	});

	test.each<[string, GuideForm, string]>([
		['no title', { ...FORM, title: ' ' }, 'title'],
		['no document', { ...FORM, documents: [] }, 'documents'],
		['no limit', { ...FORM, limit: '' }, 'limit'],
		['a limit that is none', { ...FORM, limit: '51' }, 'limit'],
		['no criterion', { ...FORM, criteria: [EMPTY_CRITERION] }, 'criteria'],
		['no weight', changed({ weight: '0' }), 'criteria.0.weight'],
		['half a weight', changed({ weight: '12.5' }), 'criteria.0.weight'],
		['no question', changed({ question: '' }), 'criteria.0.question'],
		['one level', changed({ levels: '有：写了' }), 'criteria.0.levels'],
		['a level without an anchor', changed({ levels: '没有：没写\n有' }), 'criteria.0.levels']
	])('%s', (_, form, field) => expect(Object.keys(readGuideForm(form).faults)).toEqual([field]));

	test('a new criterion gets an id of its own, an old one keeps its', () => {
		const criteria = [
			{ ...CRITERION, id: '' },
			EMPTY_CRITERION,
			{ ...CRITERION, id: 'criterion-1' },
			{ ...CRITERION, id: '' }
		];
		const ids = readGuideForm({ ...FORM, criteria }).body.criteria.map(({ id }) => id);
		expect(ids).toEqual(['criterion-2', 'criterion-1', 'criterion-3']);
	});
});

test('what is stored comes back as it was, with one row more', () => {
	const text = fc.stringMatching(/^[一-龥]{1,8}$/);
	const criterion = fc.record({
		...{ id: fc.stringMatching(/^[a-z]{3,8}$/), title: text, question: text },
		weight: fc.integer({ min: 1, max: 100 }),
		levels: fc.array(fc.record({ title: text, anchor: text }), { minLength: 2, maxLength: 5 })
	});
	const criteria = fc.uniqueArray(criterion, { selector: ({ id }) => id, minLength: 1, maxLength: 7 });
	fc.assert(
		fc.property(criteria, fc.integer({ min: 1, max: 50 }), (list, limit) => {
			const body = { documents: ['a'], limit, criteria: list };
			const form = guideFormOf('细则', body);
			expect(form.criteria).toHaveLength(list.length + 1);
			expect(readGuideForm(form)).toEqual({ body, faults: {} });
		})
	);
});
