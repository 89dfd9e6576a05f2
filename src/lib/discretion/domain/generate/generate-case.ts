import type { ActFacts, DecisionInput, ViolationInput } from '../decision-input.ts';
import type { CaseLevel, PracticeCase } from '../practice-case.ts';
import type { CaseBook } from './case-book.ts';
import { diceOf } from './dice.ts';
import { type Answer, expectedAnswer } from './expected-answer.ts';
import { makePlan } from './make-plan.ts';
import type { Plan, PlannedViolation } from './plan.ts';
import { type Telling, writeClaims, writeEvidence, writeLesson, writeStory } from './write-file.ts';

export interface GeneratedCase {
	readonly case: PracticeCase;
	/** The right answer, from what was planted; the engine must say the same. */
	readonly answer: Answer;
	/** Of the generator: keep it beside the seed, because another version may make another case of it. */
	readonly version: number;
}

const VERSION = 1;

/**
 * A case to practise on: consistent, readable, with the traps that its level asks for.
 * @param seed any 32-bit integer; the same seed, level, book and version give the same case
 */
export function generateCase(seed: number, level: CaseLevel, book: CaseBook): GeneratedCase {
	const dice = diceOf(seed);
	const { plan, cast } = makePlan(level, book, dice);
	const telling: Telling = { plan, cast, book, dice };
	const answer = expectedAnswer(plan, book);
	const traps = [...new Set([...plan.traps, ...amountTraps(answer)])].sort((left, right) => left - right);
	const candidates = new Set(plan.violations.flatMap((one) => one.candidates));
	const lookalikes = new Set(plan.violations.flatMap(({ words }) => words.lookalikes));
	const made: PracticeCase = {
		id: `made-${level}-${seed >>> 0}`,
		title: `${cast.unit}：${plan.violations.map(({ words }) => words.topic).join('，')}`,
		level,
		industry: cast.industry,
		traps,
		story: writeStory(telling),
		evidence: writeEvidence(telling),
		claims: writeClaims(telling),
		...(plan.violations.length > 1 && {
			acts: Object.fromEntries(plan.violations.map(({ id, words }) => [id, words.topic]))
		}),
		input: inputOf(plan, book),
		lookalikes: [...lookalikes].filter((id) => !candidates.has(id)),
		lesson: writeLesson(traps, book)
	};
	return { case: made, answer, version: VERSION };
}

/** Traps that lie in the figures: a span that does not begin at nothing, a hearing that no single fine asks for. */
function amountTraps({ decisions, totals }: Answer): number[] {
	const spanned = decisions.some(({ statutory, tier }) => statutory && statutory.min > 0 && tier !== '固定');
	const heard = totals.some(
		({ party, hearing }) => hearing && decisions.filter((one) => one.party === party).length > 1
	);
	return [...(spanned ? [9] : []), ...(heard ? [14] : [])];
}

const NOTHING: ActFacts = {
	...{ proven: true, lifeHealthHarm: false, crimeSuspected: false, crimeReturned: false },
	...{ minor: false, correctedInTime: false, noHarm: false, firstTime: false, slightHarm: false, listRowMet: false },
	listConditions: {
		noSeriousAccidentIn3Years: false,
		notOnDishonestyList: false,
		notHighRiskUnit: false,
		noMajorHazard: false
	}
};

function inputOf({ decidedOn, violations }: Plan, { jurisdiction }: CaseBook): DecisionInput {
	return { decidedOn, jurisdiction: jurisdiction.id, violations: violations.map(violationOf) };
}

function violationOf({ id, ended, candidates, stage, facts, parties }: PlannedViolation): ViolationInput {
	return {
		...{ id, actEndedOn: ended, candidates, stage, facts: { ...NOTHING, ...facts } },
		parties: parties.map(({ subject, name, claims, annualIncome }) => ({
			party: subject,
			label: name,
			factors: claims.flatMap(({ factor, evidence }) =>
				factor === null ? [] : [{ id: factor, evidence: evidence.map((one) => one.name) }]
			),
			facts: { mentalIncapacity: false, noFaultProven: false, ...(annualIncome === undefined ? {} : { annualIncome }) }
		}))
	};
}
