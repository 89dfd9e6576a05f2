import { describe, expect, test } from 'vitest';
import type { Question } from './practice-answer.ts';
import { REASONS_LENGTH, readGiven } from './practice-given.ts';

const choice: Question = {
	...{ key: 'tier.0.0', kind: 'choice', about: '', prompt: '' },
	options: [{ value: '从轻', label: '从轻' }]
};
const money: Question = { key: 'fine.0.0', kind: 'money', about: '', prompt: '', options: [] };
const text: Question = { key: 'text', kind: 'text', about: '', prompt: '', options: [] };

test('takes what was asked and nothing else, trimmed', () => {
	const posted = { 'tier.0.0': '从轻', 'fine.0.0': ' ３，０００元 ', 'law.0': 'work-safety-law' };
	expect(readGiven([choice, money], posted)).toEqual({
		...{ ok: true, given: { 'tier.0.0': '从轻', 'fine.0.0': '３，０００元' } }
	});
});

describe('says what is missing, at each question', () => {
	test.each<[string, Question, string | undefined, string]>([
		['nothing chosen', choice, undefined, '还没有选'],
		['an option that is none', choice, '加重', '还没有选'],
		['no amount', money, '', '写上金额'],
		['an amount in words', money, '两万多', '读不出金额“两万多”'],
		['no fen are parted', money, '0.001', '读不出'],
		['too short a text', text, '从轻。', '至少 20 个字'],
		['too long a text', text, '理'.repeat(REASONS_LENGTH + 1), `现在是 ${REASONS_LENGTH + 1} 个`]
	])('%s', (_, question, value, sentence) => {
		const read = readGiven([question], value === undefined ? {} : { [question.key]: value });
		expect(read.ok ? null : read.faults[question.key]).toContain(sentence);
	});
});
