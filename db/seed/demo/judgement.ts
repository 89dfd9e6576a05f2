import { ownDecisions } from '#lib/discretion/domain/marking-footing.ts';
import { partyNames } from '#lib/discretion/domain/marking-points.ts';
import {
	type Answers,
	type Given,
	type PracticeStep,
	type Question,
	TIER_CHOICES
} from '#lib/discretion/domain/practice-answer.ts';
import { modelAnswer } from '#lib/discretion/domain/practice-model.ts';
import { type Asking, questionsOf, runningOf } from '#lib/discretion/domain/practice-questions.ts';
import { type Fen, formatMoney, parseMoney, yuanOf } from '#lib/shared/money.ts';
import type { Random } from '#lib/shared/random.ts';

/** How an invented officer decides: nothing of it is stored, only what they answer. */
export interface Judgement {
	/** Chance of seeing what is right at a hard question; easy ones are missed less often. */
	readonly sight: number;
	/** Believes what is only said: −1 hard-headed … 1 credulous. */
	readonly credulity: number;
	/** Where in a bracket the fine is set: 0 the lower end … 1 the upper. */
	readonly severity: number;
}

export function makeJudgement(random: Random, isNewcomer: boolean): Judgement {
	const sight = (isNewcomer ? 0.4 : 0.52) + random() * 0.34;
	return { sight, credulity: random() * 2 - 1, severity: 0.15 + random() * 0.7 };
}

interface Deciding {
	readonly asking: Asking;
	readonly answers: Answers;
	readonly judgement: Judgement;
	readonly learnt: number;
	readonly random: Random;
}

/** How often a step goes wrong where nothing is seen. */
const SLIPS: Record<PracticeStep, number> = {
	...{ law: 0.2, gate: 0.25, provision: 0.3, factors: 0.75, tier: 0.3, amount: 0.3, reasons: 0.5 }
};

/** An answer to a step: the right one where it is seen, a mistake that people make where it is not. */
export function decideStep(step: PracticeStep, deciding: Deciding): Given {
	const { asking, answers } = deciding;
	const model = modelAnswer(step, asking, answers);
	if (step === 'tier') return decideTiers(deciding);
	if (step === 'amount') return decideAmounts(deciding, model);
	if (step === 'reasons') return { text: writeReasons(deciding, model['text'] ?? '') };
	const questions = questionsOf(step, asking, answers);
	return Object.fromEntries(
		questions.map((question) => [question.key, choose(question, model[question.key]!, deciding, step)])
	);
}

const misses = ({ judgement, learnt, random }: Deciding, step: PracticeStep): boolean =>
	random() > judgement.sight + learnt && random() < SLIPS[step];

function choose({ key, options }: Question, right: string, deciding: Deciding, step: PracticeStep): string {
	if (!misses(deciding, step)) return right;
	const { random, judgement } = deciding;
	if (step === 'factors') return mistakenClaim(right, judgement, random);
	// Whoever stops wrongly thinks that an order is enough; whoever does not sees a fine everywhere.
	if (step === 'gate') return right === 'none' ? 'no-fine' : 'none';
	// What looks overdue is taken for it, re-inspected or not.
	if (key.startsWith('stage.') && right === 'first') return 'overdue';
	const others = options.filter(({ value }) => value !== right);
	return others[Math.floor(random() * others.length)]?.value ?? right;
}

function mistakenClaim(right: string, { credulity }: Judgement, random: Random): string {
	if (right === 'counts') return 'no-evidence';
	return random() < 0.55 + credulity * 0.3 ? 'counts' : right === 'no-evidence' ? 'not-a-factor' : 'no-evidence';
}

/** The tier that follows from the own factors, now and then another one. */
function decideTiers(deciding: Deciding): Given {
	const { asking, answers } = deciding;
	const entries = runningOf(asking, answers).map((decision) => {
		const own = ownDecisions({ ...asking, answers, points: new Map() }, decision)[0]?.decided.tier ?? '一般';
		const tier = TIER_CHOICES.find((one) => one === own) ?? '一般';
		return [`tier.${decision.at}`, misses(deciding, 'tier') && tier !== '固定' ? '一般' : tier];
	});
	return Object.fromEntries(entries) as Given;
}

const ROUND: Fen = 100_000;

/** A round sum somewhere in the own bracket; who counts from the maximum instead of the span lands elsewhere. */
function decideAmounts(deciding: Deciding, model: Given): Given {
	const { asking, answers, judgement, random } = deciding;
	const given: Record<string, string> = {};
	for (const decision of runningOf(asking, answers)) {
		const own = ownDecisions({ ...asking, answers, points: new Map() }, decision)[0]?.decided;
		const { bracket, statutory } = own ?? {};
		if (!bracket || !statutory) {
			given[`fine.${decision.at}`] = '10000';
			continue;
		}
		const place = Math.min(0.95, Math.max(0.05, judgement.severity + (random() - 0.5) * 0.3));
		const isOff = misses(deciding, 'amount');
		const fine = isOff ? statutory.max * place : bracket.min + (bracket.max - bracket.min) * place;
		const unit = statutory.max > 10 * ROUND ? ROUND : ROUND / 10;
		given[`fine.${decision.at}`] = String(yuanOf(Math.max(unit, Math.round(fine / unit) * unit)));
	}
	for (const { key } of questionsOf('amount', asking, answers)) {
		if (key.startsWith('total.')) given[key] = String(yuanOf(ownTotal(asking, key, given)));
		if (key.startsWith('hearing.')) given[key] = misses(deciding, 'amount') ? 'no' : (model[key] ?? 'yes');
	}
	return given;
}

function ownTotal({ key }: Asking, question: string, given: Given): Fen {
	const name = partyNames(key)[Number(question.slice('total.'.length))];
	const own = key.decisions.filter((one) => one.name === name).map(({ at }) => parseMoney(given[`fine.${at}`] ?? ''));
	return own.reduce<Fen>((sum, fine) => sum + (fine ?? 0), 0);
}

/** The reasons by the template with the own figures; what is not seen is left out. */
function writeReasons(deciding: Deciding, model: string): string {
	const { asking, answers } = deciding;
	const kept = model.split(/(?<=。)/).filter(() => !misses(deciding, 'reasons'));
	const own = runningOf(asking, answers).map(({ at, name }) => {
		const fine = parseMoney(answers.amount?.[`fine.${at}`] ?? '');
		return `对${name}裁量阶次为${answers.tier?.[`tier.${at}`] ?? '一般'}，罚款${fine === null ? '' : formatMoney(fine)}。`;
	});
	return [...kept, ...own].join('').slice(0, 1_400).padEnd(20, '。');
}
