import { formatDay } from '#lib/shared/time.ts';
import { seedOf, seeded, shuffle } from '#lib/shared/random.ts';
import type { RuleBook } from './decision.ts';
import type { ViolationInput } from './decision-input.ts';
import { type CaseKey, type KeyDecision } from './marking-key.ts';
import { partyNames, procedureKeys } from './marking-points.ts';
import {
	type Answers,
	type AttemptMode,
	CLAIM_CHOICES,
	GATE_CHOICES,
	LAW_DAYS,
	NO_LAW,
	type Option,
	PRACTICE_STEPS,
	type PracticeStep,
	type Question,
	TIER_CHOICES
} from './practice-answer.ts';
import type { PracticeCase } from './practice-case.ts';
import type { Provision } from './provision.ts';
import { DECISION_STAGES } from './stages.ts';
import { penaltyReference } from './stage-table.ts';

/** All that questions are made from. */
export interface Asking {
	readonly one: PracticeCase;
	readonly key: CaseKey;
	readonly book: RuleBook;
	readonly mode: AttemptMode;
}

const optionsOf = (labels: Readonly<Record<string, string>>): Option[] =>
	Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The questions of a step after the steps before it; empty = the step is passed over. */
export function questionsOf(step: PracticeStep, asking: Asking, before: Answers): Question[] {
	return ASKED[step](asking, before);
}

/** The first step that has questions and no answer; null = all is decided. */
export function openStep(asking: Asking, answers: Answers): PracticeStep | null {
	const steps = Object.keys(PRACTICE_STEPS) as PracticeStep[];
	return steps.find((step) => !answers[step] && questionsOf(step, asking, answers).length > 0) ?? null;
}

/** Which steps lie on the way; all of them until the gates are behind, because fewer would tell that one of them stops. */
export function stepsAhead(asking: Asking, answers: Answers): PracticeStep[] {
	const steps = Object.keys(PRACTICE_STEPS) as PracticeStep[];
	const isPast = (step: PracticeStep) => answers[step] || questionsOf(step, asking, answers).length === 0;
	if (!answers.law || !isPast('gate')) return steps;
	return steps.filter((step) => answers[step] || questionsOf(step, asking, answers).length > 0);
}

const ASKED: Record<PracticeStep, (asking: Asking, before: Answers) => Question[]> = {
	law: askLaw,
	gate: askGates,
	provision: askProvisions,
	factors: askFactors,
	tier: askTiers,
	amount: askAmounts,
	reasons: askReasons
};

/** How a violation is called: by its act where there are several. */
export function nameOf({ one, key }: Pick<Asking, 'one' | 'key'>, index: number): string {
	if (key.violations.length === 1) return '本案';
	return one.acts?.[key.violations[index]!.input.id] ?? `违法行为${'一二三四五六七八九十'[index] ?? index + 1}`;
}
const aboutParty = (asking: Asking, { violation, name }: KeyDecision) =>
	asking.key.violations.length > 1 ? `${nameOf(asking, violation)} · ${name}` : name;

function askLaw(asking: Asking): Question[] {
	return asking.key.violations.flatMap(({ input }, index) => {
		const about = nameOf(asking, index);
		return [
			{ key: `day.${index}`, kind: 'choice', about, prompt: '按哪一天的法？', options: dayOptions(asking, input) },
			{ key: `law.${index}`, kind: 'choice', about, prompt: '适用哪部法？', options: lawOptions(asking) }
		] satisfies Question[];
	});
}

function dayOptions({ one }: Asking, { actEndedOn, facts }: ViolationInput): Option[] {
	const days = { ended: actEndedOn, discovered: facts.discoveredOn, ordered: facts.orderServedOn };
	const known = Object.entries({ ...days, decided: one.input.decidedOn }) as [keyof typeof LAW_DAYS, string | null][];
	return known.flatMap(([value, day]) => {
		if (day === undefined) return [];
		if (value === 'ended' && day === null) return [];
		return [{ value, label: LAW_DAYS[value], note: formatDay(day!) }];
	});
}

/** Every rule that the case offers, those that govern and those that only look like it. */
export function poolOf({ one, book }: Pick<Asking, 'one' | 'book'>): Provision[] {
	const ids = [...one.input.violations.flatMap(({ candidates }) => candidates), ...one.lookalikes];
	return [...new Set(ids)].flatMap((id) => book.provisions.get(id) ?? []);
}

/** `安全生产法第九十七条第一款第（三）项`. */
export const ruleReference = ({ penalty }: Provision, { frame }: RuleBook): string =>
	(frame.laws[penalty.law] ?? penalty.law) + penaltyReference(penalty);

function lawOptions(asking: Asking): Option[] {
	const pool = poolOf(asking);
	const laws = [...new Set(pool.map(({ penalty }) => penalty.law))];
	const options = laws.map((law): Option => {
		// Single rules of a law may be younger than it, or end before it.
		const days = pool.filter(({ penalty }) => penalty.law === law).map(({ valid }) => valid);
		const from = days.map((valid) => valid.from).sort()[0]!;
		const ends = days.map(({ to }) => to ?? '').sort();
		const until = ends[0] === '' ? '起施行' : `施行，${formatDay(ends.at(-1)!)}后不再适用`;
		return { value: law, label: asking.book.frame.laws[law] ?? law, note: `${formatDay(from)}${until}` };
	});
	const mixed = shuffle(options, seeded(seedOf(`${asking.one.id}/law`)));
	return [...mixed, { value: NO_LAW, label: '现在不能据以计算', note: '已经失效、还没有施行，或者数额没有核实' }];
}

/** Whether a violation goes on after the law: in practice as the key says, in a reference case as the officer said. */
function goesOn({ key, mode }: Asking, index: number, { law }: Answers): boolean {
	return mode === 'practice' ? key.violations[index]!.refused === null : law?.[`law.${index}`] !== NO_LAW;
}

/** The decisions that go on to an amount on the way taken. */
export function runningOf(asking: Asking, answers: Answers): KeyDecision[] {
	return asking.key.decisions.filter(({ at, violation, stop, decision }) => {
		if (!goesOn(asking, violation, answers)) return false;
		if (asking.mode === 'practice') return stop === null && decision !== null;
		return answers.gate?.[`gate.${at}`] === 'none';
	});
}

function askGates(asking: Asking, before: Answers): Question[] {
	return asking.key.decisions
		.filter(({ violation }) => goesOn(asking, violation, before))
		.map((decision) => ({
			...{ key: `gate.${decision.at}`, kind: 'choice', about: aboutParty(asking, decision) },
			...{ prompt: '算罚款以前，有没有应当停下来的理由？', options: optionsOf(GATE_CHOICES) }
		}));
}

function askProvisions(asking: Asking, before: Answers): Question[] {
	const { one, book } = asking;
	const rules = shuffle(poolOf(asking), seeded(seedOf(`${one.id}/provision`)));
	const options = rules.map((rule) => ({ value: rule.id, label: rule.violation, note: ruleReference(rule, book) }));
	const stages = optionsOf(DECISION_STAGES);
	return asking.key.violations.flatMap((_, index) => {
		if (!goesOn(asking, index, before)) return [];
		const about = nameOf(asking, index);
		return [
			{ key: `provision.${index}`, kind: 'choice', about, prompt: '适用哪一条罚则？', options },
			{ key: `stage.${index}`, kind: 'choice', about, prompt: '到了哪个阶段？', options: stages }
		] satisfies Question[];
	});
}

function askFactors(asking: Asking, before: Answers): Question[] {
	const options = optionsOf(CLAIM_CHOICES);
	return runningOf(asking, before).flatMap((decision) =>
		decision.claims.map((number) => {
			const { text, evidence } = asking.one.claims[number]!;
			const proof = evidence.length > 0 ? `卷内：${evidence.join('、')}` : '卷内没有对应的材料';
			return {
				...{ key: `claim.${number}`, kind: 'choice' as const, about: aboutParty(asking, decision) },
				...{ prompt: `${text}（${proof}）`, options }
			};
		})
	);
}

function askTiers(asking: Asking, before: Answers): Question[] {
	return runningOf(asking, before).map((decision) => ({
		...{ key: `tier.${decision.at}`, kind: 'choice', about: aboutParty(asking, decision), prompt: '落在哪一档？' },
		options: TIER_CHOICES.map((value) => ({ value, label: value }))
	}));
}

function askAmounts(asking: Asking, before: Answers): Question[] {
	const running = runningOf(asking, before);
	const fines = running.map((decision) => ({
		...{ key: `fine.${decision.at}`, kind: 'money' as const, about: aboutParty(asking, decision) },
		...{ prompt: '罚款多少？', options: [] }
	}));
	const names = partyNames(asking.key).filter((name) => running.some((one) => one.name === name));
	const procedure = names.flatMap((name): Question[] => {
		const number = partyNames(asking.key).indexOf(name);
		const hasSum = running.filter((one) => one.name === name).length > 1;
		const options = optionsOf({ yes: '应当告知听证权', no: '不需要' });
		const hearing = procedureKeys(asking.key, name).hearing;
		return [
			...(hasSum
				? [{ key: `total.${number}`, kind: 'money', about: name, prompt: '决定书上合计罚多少？', options: [] } as const]
				: []),
			{ key: hearing, kind: 'choice', about: name, prompt: '要不要告知听证权？', options }
		];
	});
	return [...fines, ...procedure];
}

function askReasons(): Question[] {
	const prompt = '写说理：事实、义务条款、罚则与阶段、幅度、采纳与不采纳的主张、阶次与基准、数额。';
	return [{ key: 'text', kind: 'text', about: '决定书', prompt, options: [] }];
}
