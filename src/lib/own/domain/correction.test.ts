import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWERS, CORRECTION_STEPS, type CorrectionStepKind, judgeCorrection, standingOf } from './correction.ts';

const KINDS = Object.keys(CORRECTION_STEPS) as CorrectionStepKind[];
const open = { personId: 'lin', steps: [] };
const codeOf = (...[pending, given]: Parameters<typeof judgeCorrection>) => {
	const judged = judgeCorrection(pending, given);
	return judged.ok ? judged.value : judged.refusal.code;
};

test.each([
	['another person answers', { step: 'corrected', reason: '证号已改正', by: 'guan' }, 1],
	['another person refuses', { step: 'refused', reason: '原记录没有错', by: 'guan' }, 1],
	['a reason of blanks', { step: 'refused', reason: '  是 的  ', by: 'guan' }, 'no-reason'],
	['the person answers', { step: 'corrected', reason: '证号已改正', by: 'lin' }, 'own-request'],
	['the person takes it back', { step: 'withdrawn', reason: '', by: 'lin' }, 1],
	['another takes it back', { step: 'withdrawn', reason: '不办了吧', by: 'guan' }, 'not-own']
] as const)('%s', (_, given, expected) => {
	expect(codeOf(open, given)).toBe(expected);
});

test('whatever ended a request, nothing comes after it', () => {
	const given = fc.record({ step: fc.constantFrom(...KINDS), reason: fc.string(), by: fc.constantFrom('lin', 'guan') });
	fc.assert(
		fc.property(fc.constantFrom(...KINDS), given, (step, next) => {
			expect(codeOf({ personId: 'lin', steps: [{ step }] }, next)).toBe('already-ended');
		})
	);
});

test('a request says where it stands', () => {
	expect(standingOf([])).toBe('待办理');
	expect(ANSWERS.map((step) => standingOf([{ step }]))).toEqual(['已更正', '已补充说明', '不予更正']);
});
