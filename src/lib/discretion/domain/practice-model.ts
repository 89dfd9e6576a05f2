import { stageOf } from './stages.ts';
import { formatArticle } from '#lib/shared/citation.ts';
import { formatMoney, yuanOf } from '#lib/shared/money.ts';
import type { Answers, Given, PracticeStep } from './practice-answer.ts';
import { GATE_CHOICES, NO_LAW } from './practice-answer.ts';
import { isCounted } from './marking-key.ts';
import { rulesOf } from './marking-law.ts';
import { partyNames } from './marking-points.ts';
import { type Asking, poolOf, questionsOf, ruleReference } from './practice-questions.ts';
import { validityOn } from './validity.ts';

/** What the engine would answer to a step, as a form posts it: the officers of the demo stray from it. */
export function modelAnswer(step: PracticeStep, asking: Asking, before: Answers): Given {
	const entries = questionsOf(step, asking, before).map(({ key }) => [key, MODEL[key.split('.')[0]!]!(asking, key)]);
	return Object.fromEntries(entries) as Given;
}

const numberIn = (key: string, place = 1) => Number(key.split('.')[place]);
const decisionAt = ({ key }: Asking, at: string) =>
	key.decisions.find((one) => one.at === at.slice(at.indexOf('.') + 1))!;

const MODEL: Record<string, (asking: Asking, key: string) => string> = {
	day: ({ key }, at) => (key.violations[numberIn(at)]!.input.actEndedOn === null ? 'decided' : 'ended'),
	law: modelLaw,
	gate: (asking, at) => decisionAt(asking, at).stop ?? 'none',
	provision: ({ key }, at) => rulesOf({ key }, numberIn(at))[0] ?? '',
	stage: ({ key }, at) => key.violations[numberIn(at)]!.input.stage,
	claim: modelClaim,
	tier: (asking, at) => decisionAt(asking, at).decision?.tier ?? '一般',
	fine: (asking, at) => String(yuanOf(decisionAt(asking, at).decision?.suggested ?? 0)),
	total: ({ key }, at) => String(yuanOf(key.results.get(partyNames(key)[numberIn(at)]!)?.totalSuggested ?? 0)),
	hearing: ({ key }, at) => (key.results.get(partyNames(key)[numberIn(at)]!)?.hearingRequired ? 'yes' : 'no'),
	text: modelText
};

function modelLaw({ key, book, one }: Asking, at: string): string {
	const { input, refused } = key.violations[numberIn(at)]!;
	if (refused) return NO_LAW;
	const chosen = book.provisions.get(rulesOf({ key }, numberIn(at))[0] ?? '');
	const day = input.actEndedOn ?? one.input.decidedOn;
	const first = input.candidates
		.flatMap((id) => book.provisions.get(id) ?? [])
		.find((rule) => validityOn(rule, day, book.frame.supersessions).state === 'in-force');
	return (chosen ?? first ?? poolOf({ one, book })[0])?.penalty.law ?? NO_LAW;
}

/** The first ground that stands against a claim, in the order in which the engine looks for it. */
function modelClaim({ one, key, book }: Asking, at: string): string {
	const number = numberIn(at);
	const { factor, evidence } = one.claims[number]!;
	const { reasons, decision, violation } = key.decisions.find(({ claims }) => claims.includes(number))!;
	if (factor === null) return 'not-a-factor';
	if (isCounted(reasons, factor)) return 'counts';
	if (evidence.length === 0) return 'no-evidence';
	const row = book.benchmark.factors.find(({ id }) => id === factor);
	const rule = book.provisions.get(decision?.provision ?? '');
	const { stage } = key.violations[violation]!.input;
	const isElement =
		row?.never.includes(stageOf(stage)) ||
		rule?.elements?.factors.includes(factor) ||
		(rule?.majorHazard === 'element' && factor === 'a5');
	if (isElement) return 'element';
	if (factor === 'M5') return 'not-applicable';
	return row?.disprovedBy.some((other) => isCounted(reasons, other)) ? 'contradicted' : 'same-fact';
}

/** What the statement of a daily fine leaves to the first decision. */
function dailyText({ book, key }: Asking, provision: string): string {
	const rules = [provision, ...key.violations.flatMap(({ input }) => input.candidates)];
	const known = rules.flatMap((id) => book.provisions.get(id) ?? []);
	const duties = known.flatMap((rule) =>
		rule.duties.flatMap(({ article }) => (article ? [formatArticle(article)] : []))
	);
	const references = [...new Set(known.map((rule) => ruleReference(rule, book)))].join('、');
	return (
		`违反的义务条款：${[...new Set(duties)].join('、')}。处罚依据：${references}，按日连续处罚。` +
		`裁量阶次：固定，不适用裁量基准${book.benchmark.title}的三档。`
	);
}

/** The engine's statement of reasons for every party that is fined, and a sentence for every one that is not. */
function modelText(asking: Asking): string {
	const { key, book } = asking;
	const lines = key.decisions.map(({ name, decision, stop, reasons, violation }) => {
		const { refused } = key.violations[violation]!;
		if (refused) return `${name}：${refused.text}现在不能据以计算罚款。`;
		if (!stop && decision?.suggested !== null && decision) {
			const daily = decision.statement.startsWith('违法事实') ? '' : dailyText(asking, decision.provision);
			const turned = /未采纳的主张：(?!无。)/.test(decision.statement) ? '以上主张不予采纳。' : '';
			return `${name}：${daily}${decision.statement}${turned}决定罚款${formatMoney(decision.suggested)}。`;
		}
		const said = reasons.find(({ outcome }) => outcome === stop);
		const rule = book.provisions.get(decision?.provision ?? '');
		const why = stop === 'no-fine' ? `本阶段责令改正，不处罚款。${rule ? ruleReference(rule, book) : ''}` : '';
		return `${name}：${stop ? GATE_CHOICES[stop] : ''}。${why}${said ? `${said.source}：${said.text}` : ''}不予罚款。`;
	});
	return lines.join('\n');
}
