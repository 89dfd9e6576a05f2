import { ownDecisions } from './marking-footing.ts';
import { readable } from './marking-law.ts';
import { type Marking, placeOf, verdictsOf } from './marking-verdict.ts';
import type { Verdict } from './practice-answer.ts';

/** The tier: the engine's, or what the engine makes of the officer's own rule, stage and factors. */
export function markTiers(marking: Marking): Verdict[] {
	const { key, book } = marking;
	return verdictsOf('tier', marking, (question, given) => {
		const decision = key.decisions.find(({ at }) => at === placeOf(question.key))!;
		const right = decision.decision?.tier ?? '';
		const isRight = given === right;
		const isCarried = !isRight && ownDecisions(marking, decision).some(({ decided }) => decided.tier === given);
		const reason = decision.reasons.find(({ step }) => step === '裁量阶次' || step === '按日连续处罚');
		return {
			...{ share: isRight || isCarried ? 1 : 0, isCarried, right: `${right}` },
			why: readable(reason?.text ?? '没有进入裁量。', book),
			source: reason?.source ?? ''
		};
	});
}
