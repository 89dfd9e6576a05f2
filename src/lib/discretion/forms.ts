import * as v from 'valibot';
import { type Fen, fenOf, parseMoney } from '#lib/shared/money.ts';
import { isDay } from '#lib/shared/time.ts';
import type { DecisionInput, ViolationInput } from './domain/decision-input.ts';
import { ACCIDENT_LEVELS, DECISION_STAGES, type DecisionStage } from './domain/stages.ts';
import { SUBJECTS, type Subject } from './domain/subjects.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1, '不能为空'));
const day = v.pipe(v.string(), v.check(isDay, '日期写作 2026-11-20，且必须是真实存在的日子'));
const flag = v.optional(v.boolean(), false);

/** `160000`, `16万元`, `160,000`: yuan as a number or as people type it; fen inside. */
const amount = v.pipe(
	v.union([v.number(), v.string()], '应为金额，如 160000 或 16万元'),
	v.rawTransform(({ dataset, addIssue, NEVER }): Fen => {
		const fen = typeof dataset.value === 'number' ? yuanToFen(dataset.value) : parseMoney(dataset.value);
		if (fen !== null) return fen;
		addIssue({ message: `读不出金额“${dataset.value}”：写作 160000 或 16万元，不能为负，最多到分` });
		return NEVER;
	})
);

function yuanToFen(yuan: number): Fen | null {
	const isWritable = Number.isFinite(yuan) && yuan >= 0 && Math.round(yuan * 100) === Number((yuan * 100).toFixed(6));
	return isWritable && Number.isSafeInteger(Math.round(yuan * 100)) ? fenOf(yuan) : null;
}

const listConditions = v.strictObject({
	...{ noSeriousAccidentIn3Years: flag, notOnDishonestyList: flag },
	...{ notHighRiskUnit: flag, noMajorHazard: flag }
});

const actFacts = v.strictObject({
	...{ proven: v.optional(v.boolean(), true), discoveredOn: v.optional(day), lifeHealthHarm: flag },
	...{ crimeSuspected: flag, crimeReturned: flag },
	...{ minor: flag, correctedInTime: flag, noHarm: flag, firstTime: flag, slightHarm: flag },
	...{ listRowMet: flag, listConditions: v.optional(listConditions, {}) },
	...{ illegalIncome: v.optional(amount), accidentLevel: v.optional(v.picklist(ACCIDENT_LEVELS)) },
	...{ originalFine: v.optional(amount), orderServedOn: v.nullish(day), reinspectedOn: v.nullish(day) },
	correctionDueOn: v.optional(day)
});

const partyFacts = v.strictObject({
	kind: v.optional(v.picklist(['unit', 'person'])),
	age: v.optional(v.pipe(v.number(), v.integer('应为整数'), v.minValue(0), v.maxValue(150))),
	...{
		mentalIncapacity: flag,
		reducedCapacity: v.optional(v.boolean()),
		noFaultProven: flag,
		annualIncome: v.optional(amount)
	}
});

const party = v.strictObject({
	party: v.picklist(Object.keys(SUBJECTS) as [Subject], `当事人应为：${Object.keys(SUBJECTS).join('、')}`),
	label: v.optional(text),
	factors: v.optional(v.array(v.strictObject({ id: text, evidence: v.optional(v.array(v.string()), []) })), []),
	facts: v.optional(partyFacts, {})
});

const violation = {
	actEndedOn: v.optional(v.nullable(day), null),
	candidates: v.pipe(v.array(text), v.minLength(1, '至少写一条罚则的编号')),
	stage: v.picklist(
		Object.keys(DECISION_STAGES) as [DecisionStage],
		'阶段应为：first、overdue、refused、accident、daily'
	),
	facts: v.optional(actFacts, {}),
	parties: v.pipe(v.array(party), v.minLength(1, '至少写一个当事人'))
};
const head = { decidedOn: day, jurisdiction: v.optional(text, 'default') };

/** What `discretion decide` reads: violations in a list, or one written flat. */
export const decisionSchemas = {
	list: v.strictObject({
		...head,
		violations: v.pipe(v.array(v.strictObject({ id: text, ...violation })), v.minLength(1, '至少写一个违法行为'))
	}),
	flat: v.strictObject({ ...head, id: v.optional(text, 'v1'), ...violation })
} as const;

/** A flat file as a list of one. */
export function asList({
	decidedOn,
	jurisdiction,
	...rest
}: v.InferOutput<typeof decisionSchemas.flat>): DecisionInput {
	const one: ViolationInput = rest;
	return { decidedOn, jurisdiction, violations: [one] };
}
