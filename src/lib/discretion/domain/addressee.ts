import type { PartyInput, ViolationInput } from './decision-input.ts';
import type { Provision } from './provision.ts';
import { DECISION_STAGES, type Stage } from './stages.ts';
import { meets } from './subjects.ts';

/** Whether a rule can mean this party: as a subject, or as the one whom a sanction of the stage meets. */
export function isAddressed(rule: Provision, stage: string, { party }: Pick<PartyInput, 'party'>): boolean {
	if (rule.subjects.some((one) => meets(one, party))) return true;
	const sanctions = rule.stages[stage as Stage]?.sanctions ?? [];
	return sanctions.some(({ target }) => meets(target, party));
}

/** Whether the rules mean the party, in a sentence. */
export function addresseeReason(rules: readonly Provision[], { stage }: ViolationInput, { party }: PartyInput) {
	const meant = rules.filter((rule) => isAddressed(rule, stage, { party }));
	const label = DECISION_STAGES[stage];
	const text =
		meant.length > 0
			? `${party}是${meant.map(({ id }) => id).join('、')}的处罚对象。阶段：${label}。`
			: `所列罚则不处罚${party}，只处罚：${[...new Set(rules.flatMap(({ subjects }) => subjects))].join('、')}。`;
	return { isMeant: meant.length > 0, step: '处罚对象', outcome: meant.length > 0 ? '适格' : '不适格', text };
}
