import { DECISION_STAGES } from './stages.ts';
import { validityOn } from './validity.ts';
import type { Reason } from './decision.ts';
import type { KeyDecision, KeyViolation } from './marking-key.ts';
import { type Marking, type Outcome, labelOf, placeOf, verdictsOf } from './marking-verdict.ts';
import { GATE_CHOICES, type GateChoice, NO_LAW, type Question, type Verdict } from './practice-answer.ts';
import { poolOf, ruleReference } from './practice-questions.ts';

const IN_TIME = '行政处罚法第三十七条';

/** Which day and which law: an act that has ended is judged by the law of that day, one that goes on by the day of decision. */
export function markLaw(marking: Marking): Verdict[] {
	return verdictsOf('law', marking, (question, given) => {
		const violation = marking.key.violations[Number(placeOf(question.key))]!;
		return question.key.startsWith('day.') ? judgeDay(violation, question, given) : judgeLaw(marking, question, given);
	});
}

function judgeDay({ input }: KeyViolation, question: Question, given: string): Outcome {
	const right = input.actEndedOn === null ? 'decided' : 'ended';
	const why =
		right === 'ended'
			? '行为已经终了，按终了之日的法；发现、责令和决定的日子都不改变它。'
			: '行为到决定时还在继续，按作出决定之日的法。';
	return { share: given === right ? 1 : 0, right: labelOf(question, right), why, source: IN_TIME };
}

function judgeLaw({ key, book, one }: Marking, question: Question, given: string): Outcome {
	const { refused, input, reasons } = key.violations[Number(placeOf(question.key))]!;
	if (refused) {
		const right = labelOf(question, NO_LAW);
		return { share: given === NO_LAW ? 1 : 0, right, why: refused.text, source: refused.source };
	}
	const day = input.actEndedOn ?? one.input.decidedOn;
	const governing = input.candidates
		.flatMap((id) => book.provisions.get(id) ?? [])
		.filter((rule) => rule.scorable && validityOn(rule, day, book.frame.supersessions).state === 'in-force');
	const laws = [...new Set(governing.map(({ penalty }) => penalty.law))];
	// Of two laws that both govern, either is right here; which fine is higher is asked with the rule.
	const chosen = key.decisions.find(({ decision }) => decision && book.provisions.has(decision.provision))?.decision;
	const first = book.provisions.get(chosen?.provision ?? '')?.penalty.law ?? laws[0] ?? '';
	const why = reasons.find(({ step, outcome }) => step === '法律适用' && outcome === '适用')?.text ?? '';
	return {
		share: laws.includes(given) ? 1 : 0,
		right: labelOf(question, first),
		why: readable(why, book),
		source: IN_TIME
	};
}

/** A reason with rules by their articles instead of their ids. */
export function readable(text: string, book: Marking['book']): string {
	return text.replace(/[a-z]+-\d+[a-z0-9-]*/g, (id) => {
		const rule = book.provisions.get(id);
		return rule ? ruleReference(rule, book) : id;
	});
}

/** The step of the engine that speaks of a gate. */
const GATE_STEPS: Readonly<Record<GateChoice, string>> = {
	...{
		none: '',
		N0: '事实与证据',
		N1: '年龄',
		N2: '责任能力',
		N3: '追责时效',
		N4: '主观过错',
		N5: '轻微不罚',
		N6: '首违不罚'
	},
	...{ 'no-fine': '阶段', transfer: '涉嫌犯罪' }
};

/** Whether anything stops before the amount, for each party. */
export function markGates(marking: Marking): Verdict[] {
	const { key, book } = marking;
	return verdictsOf('gate', marking, (question, given) => {
		const decision = key.decisions.find(({ at }) => at === placeOf(question.key))!;
		const right: GateChoice = decision.stop ?? 'none';
		// The second no-penalty gate leaves it to the officer; not to use it takes reasons.
		const isHalf = right === 'N6' && given === 'none';
		const about = gateReason(decision, key.violations[decision.violation]!, [right, given as GateChoice]);
		const why = readable(about?.text ?? '每一道关口都没有成立，继续裁量。', book);
		const source = about?.source ?? '行政处罚法第三十三条';
		return { share: given === right ? 1 : isHalf ? 0.5 : 0, right: GATE_CHOICES[right], why, source };
	});
}

/** What the engine says of the gate that fires, else of the one that was named. */
function gateReason(
	{ reasons }: KeyDecision,
	violation: KeyViolation,
	[right, given]: readonly [GateChoice, GateChoice]
): Reason | undefined {
	const all = [...violation.reasons, ...reasons];
	const speaksOf = (gate: GateChoice) => all.find(({ step }) => step === GATE_STEPS[gate]);
	if (right === 'no-fine') return all.find(({ outcome }) => outcome === '不适格') ?? speaksOf(right);
	return right === 'none' ? (speaksOf(given) ?? all.find(({ step }) => step === '法定幅度')) : speaksOf(right);
}

/** The rule that the engine uses, and the stage that the file proves. */
export function markProvisions(marking: Marking): Verdict[] {
	return verdictsOf('provision', marking, (question, given) => {
		return question.key.startsWith('stage.')
			? judgeStage(Number(placeOf(question.key)), given, marking)
			: judgeRule(question, given, marking);
	});
}

/** The rules by which the engine decided a violation; unit and person may fall under different ones. */
export function rulesOf({ key }: Pick<Marking, 'key'>, index: number): string[] {
	const own = key.decisions.filter(({ violation }) => violation === index);
	const decided = [...new Set(own.flatMap(({ decision }) => decision?.provision ?? []))];
	// Where nothing was decided the case still names the rule that it is about.
	return decided.length > 0 ? decided : key.violations[index]!.input.candidates.slice(0, 1);
}

function judgeRule(question: Question, given: string, { key, book, answers, ...asking }: Marking): Outcome {
	const index = Number(placeOf(question.key));
	const rules = rulesOf({ key }, index);
	const main = book.provisions.get(rules[0]!)!;
	const ownLaw = answers.law?.[`law.${index}`];
	const isOwn = poolOf({ ...asking, book }).some((rule) => rule.id === given && rule.penalty.law === ownLaw);
	const isCarried = !rules.includes(given) && isOwn && ownLaw !== main.penalty.law;
	const choice = key.decisions.flatMap(({ reasons }) => reasons).find(({ step }) => step === '一事不二罚');
	return {
		...{ share: rules.includes(given) || isCarried ? 1 : 0, isCarried },
		right: labelOf(question, main.id),
		why: choice ? readable(choice.text, book) : `案情是“${main.violation}”。${main.notes ?? ''}`,
		source: ruleReference(main, book)
	};
}

function judgeStage(index: number, given: string, { key, book, answers }: Marking): Outcome {
	const { input } = key.violations[index]!;
	const rule = book.provisions.get(rulesOf({ key }, index)[0]!)!;
	const own = book.provisions.get(answers.provision?.[`provision.${index}`] ?? '');
	const { stage } = input;
	const label = DECISION_STAGES[stage];
	const trigger = stage === 'daily' ? '原罚款决定、责令改正和复查三样都有' : rule.stages[stage]?.trigger;
	// A rule that was chosen wrongly may not have the stage at all; its own stages are then as good as any.
	const isMissing = own !== undefined && own.id !== rule.id && stage !== 'daily' && !own.stages[stage];
	const isCarried = isMissing && given !== stage && Object.hasOwn(own.stages, given);
	return {
		...{ share: given === stage || isCarried ? 1 : 0, isCarried },
		right: label,
		why: `“${label}”要证明：${trigger ?? '罚则写明的条件'}。`,
		source: ruleReference(rule, book)
	};
}
