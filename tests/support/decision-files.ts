import * as fc from 'fast-check';
import { decide } from '#lib/discretion/domain/decide.ts';
import type { RuleBook } from '#lib/discretion/domain/decision.ts';
import type { ActFacts, DecisionInput, PartyInput } from '#lib/discretion/domain/decision-input.ts';
import { ACCIDENT_LEVELS, type Stage } from '#lib/discretion/domain/stages.ts';
import { SUBJECTS, type Subject } from '#lib/discretion/domain/subjects.ts';
import { readRuleBook } from '#lib/discretion/server/use-cases/rule-book.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { fenOf } from '#lib/shared/money.ts';
import { addDays } from '#lib/shared/time.ts';

export const BOOKS = ['default', 'local-example'].map((place) => readRuleBook(projectRoot(), place, null)!);
export const [DEFAULT] = BOOKS as [RuleBook];
export const rules = [...DEFAULT.provisions.values()];
export const factorIds = DEFAULT.benchmark.factors.map(({ id }) => id);

const yuan = (max: number) => fc.integer({ min: 0, max }).map(fenOf);
const factors = fc
	.subarray(factorIds)
	.chain((ids) =>
		fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), evidence: fc.constant([`${id}的材料`]) })))
	);
const party: fc.Arbitrary<PartyInput> = fc.record({
	party: fc.constantFrom(...(Object.keys(SUBJECTS) as Subject[])),
	factors: factors,
	facts: fc.record({
		...{ mentalIncapacity: fc.constant(false), noFaultProven: fc.constant(false) },
		annualIncome: yuan(2_000_000).map((income) => income + 100)
	})
});
/** Nothing is established but the conditions of the lists. */
export const FACTS: ActFacts = {
	...{ proven: true, lifeHealthHarm: false, crimeSuspected: false, crimeReturned: false },
	...{ minor: false, correctedInTime: false, noHarm: false, firstTime: false, slightHarm: false, listRowMet: false },
	listConditions: {
		noSeriousAccidentIn3Years: true,
		notOnDishonestyList: true,
		notHighRiskUnit: true,
		noMajorHazard: true
	}
};

/** A file about one rule with a stage that it has, on the last day on which it surely governs. */
export const files: fc.Arbitrary<DecisionInput> = fc.constantFrom(...rules).chain((rule) =>
	fc
		.record({
			stage: fc.constantFrom(...(Object.keys(rule.stages) as Stage[])),
			parties: fc.uniqueArray(party, { minLength: 1, maxLength: 3, selector: (one) => one.party }),
			facts: fc.record({ illegalIncome: yuan(500_000), accidentLevel: fc.constantFrom(...ACCIDENT_LEVELS) }),
			minor: fc.boolean()
		})
		.map(({ stage, parties, facts, minor }) => ({
			...{ decidedOn: '2026-11-20', jurisdiction: 'default' },
			violations: [
				{
					...{ id: 'v1', candidates: [rule.id], stage, parties },
					actEndedOn: rule.valid.to ?? addDays('2026-11-20', -30),
					facts: { ...FACTS, ...facts, minor }
				}
			]
		}))
);
export const books = fc.constantFrom(...BOOKS);
export const decisionsOf = (input: DecisionInput, book: RuleBook) =>
	decide(input, book).parties.flatMap(({ decisions }) => decisions);

/** The same file with the factors of its first party replaced. */
export function withFactors(
	input: DecisionInput,
	change: (list: PartyInput['factors']) => PartyInput['factors']
): DecisionInput {
	const [violation] = input.violations;
	const [first, ...rest] = violation!.parties;
	return {
		...input,
		violations: [{ ...violation!, parties: [{ ...first!, factors: change(first!.factors) }, ...rest] }]
	};
}
export const fineOf = (input: DecisionInput, book: RuleBook) => decisionsOf(input, book)[0]?.suggested ?? null;
