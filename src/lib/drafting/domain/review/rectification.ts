/** What can happen to something that a unit has to mend. */
export const ITEM_STEPS = { reported: '已报整改', returned: '退回', passed: '复查通过' } as const;
export type ItemStep = keyof typeof ITEM_STEPS;

/** What may come next: the unit reports, those who recheck send back or pass; what has passed is done. */
export function nextSteps(last: ItemStep | null): readonly ItemStep[] {
	if (last === 'passed') return [];
	return last === 'reported' ? ['returned', 'passed'] : ['reported'];
}
