import type { DecisionInput, PartyInput, ViolationInput } from '#lib/discretion/domain/decision-input.ts';
import type { Subject } from '#lib/discretion/domain/subjects.ts';

const FACTS: ViolationInput['facts'] = {
	...{ proven: true, lifeHealthHarm: false, crimeSuspected: false, crimeReturned: false },
	...{ minor: false, correctedInTime: false, noHarm: false, firstTime: false, slightHarm: false, listRowMet: false },
	...{ discoveredOn: '2026-10-16', illegalIncome: 16_000_000 },
	listConditions: {
		noSeriousAccidentIn3Years: true,
		notOnDishonestyList: true,
		notHighRiskUnit: true,
		noMajorHazard: true
	}
};
const party = (subject: Subject, ...ids: string[]): PartyInput => ({
	party: subject,
	factors: ids.map((id) => ({ id, evidence: [`${id}的材料`] })),
	facts: { mentalIncapacity: false, noFaultProven: false }
});
const violation = (id: string, candidates: string[], more: Partial<ViolationInput>): ViolationInput => ({
	...{ id, candidates, actEndedOn: '2026-10-15', stage: 'first', facts: FACTS },
	...{ parties: [party('单位', 'm1', 'm2', 'a3')] },
	...more
});
const file = (...violations: ViolationInput[]): DecisionInput => ({
	...{ decidedOn: '2026-11-20', jurisdiction: 'default' },
	violations
});

/** Files as officers have them: mostly one violation of a unit, some with its people, some with two violations. */
export const FILES: readonly DecisionInput[] = [
	file(violation('v1', ['awsf-97-1-7-special-operators-uncertified'], {})),
	file(violation('v1', ['awsf-101-1-3-dangerous-work-no-supervisor'], { parties: [party('单位', 'a2')] })),
	file(
		violation('v1', ['awsf-97-1-1-safety-org-staffing'], {
			...{ stage: 'overdue', actEndedOn: null },
			parties: [party('单位', 'a1'), party('直接责任人员')]
		})
	),
	file(
		violation('v1', ['awsf-103-1-contract-to-unqualified'], { parties: [party('单位'), party('直接责任人员', 'a4')] })
	),
	file(
		violation('v1', ['awsf-99-1-3-equipment-maintenance', 'whp-80-1-2-facilities-missing-or-unmaintained'], {
			actEndedOn: '2026-03-20'
		})
	),
	file(violation('v1', ['awsf-109-no-liability-insurance'], { parties: [party('单位', 'M1', 'M3')] })),
	file(
		violation('v1', ['awsf-101-1-4-risk-grading'], {}),
		violation('v2', ['awsf-97-1-3-training-or-informing'], { parties: [party('单位', 'm1')] })
	)
];
