import type { Provision } from './provision.ts';
import type { DecisionStage } from './stages.ts';
import { SUBJECTS, type Subject, meets, subjectsIn } from './subjects.ts';

/** One letter a subject, for addresses. */
export const SUBJECT_CODES = {
	单位: 'u',
	机构: 'o',
	施工单位: 'b',
	主要负责人: 'p',
	其他负责人: 'l',
	安全生产管理人员: 's',
	直接责任人员: 'd',
	个人经营的投资人: 'i',
	从业人员: 'w',
	个人: 'n',
	零售经营者: 'r'
} as const satisfies Record<Subject, string>;

/** Several persons may answer for one act; more than three of one duty are decided in a second calculation. */
const MOST_OF_A_KIND = 3;

/** A party that may be ticked: `d` the first 直接责任人员, `d2` the second. */
export interface PartyChoice {
	readonly code: string;
	readonly subject: Subject;
	/** 1 for the first of its kind. */
	readonly number: number;
	/** What this stage holds for this subject. */
	readonly note: '罚款' | '没有罚款，有其他处罚' | '这一阶段不处罚';
}

/** Whether a factor exists for a kind of party at all: M5 is for the young. */
export const isForKind = (id: string, isPerson: boolean) => isPerson || id !== 'M5';

/** Whoever can be a party at a stage: the subjects of the rules and whom a mandatory sanction meets. */
export function subjectsAt(rules: readonly Provision[], stage: DecisionStage): Subject[] {
	if (stage === 'daily') return ['单位'];
	const targets = rules.flatMap((rule) => rule.stages[stage]?.sanctions ?? []).filter(({ mandatory }) => mandatory);
	return [
		...new Set([
			...rules.flatMap(({ subjects }) => subjects),
			...targets.flatMap(({ target }) => subjectsIn(target) ?? [])
		])
	];
}

/** The choices with whoever of the same kind may come next; `chosen` = codes that are ticked. */
export function partyChoices(
	rules: readonly Provision[],
	stage: DecisionStage,
	chosen: readonly string[]
): PartyChoice[] {
	return subjectsAt(rules, stage).flatMap((subject) => {
		const code = SUBJECT_CODES[subject];
		const note = noteOn(rules, stage, subject);
		const numbers = SUBJECTS[subject] === 'person' ? numbersOf(code, chosen) : [1];
		return numbers.map((number) => ({ code: codeOf(code, number), subject, number, note }));
	});
}

const codeOf = (code: string, number: number) => (number === 1 ? code : `${code}${number}`);
const NUMBERS = Array.from({ length: MOST_OF_A_KIND }, (_, index) => index + 1);

/** The first always, whoever is ticked, and the place of one more as soon as somebody is. */
function numbersOf(code: string, chosen: readonly string[]): number[] {
	const isChosen = (number: number) => chosen.includes(codeOf(code, number));
	const free = NUMBERS.some(isChosen) ? NUMBERS.find((number) => !isChosen(number)) : undefined;
	return NUMBERS.filter((number) => number === 1 || number === free || isChosen(number));
}

/** Whether a code names somebody who can be ticked at a stage. */
export function isPartyCode(rules: readonly Provision[], stage: DecisionStage, code: string): boolean {
	return partyChoices(rules, stage, [code]).some((choice) => choice.code === code);
}

function noteOn(rules: readonly Provision[], stage: DecisionStage, subject: Subject): PartyChoice['note'] {
	if (stage === 'daily') return '罚款';
	const stages = rules.flatMap((rule) => rule.stages[stage] ?? []);
	if (stages.some(({ fines }) => fines.some((fine) => meets(fine.subject, subject)))) return '罚款';
	const isSanctioned = stages.some(({ sanctions }) =>
		sanctions.some(({ mandatory, target }) => mandatory && meets(target, subject))
	);
	return isSanctioned ? '没有罚款，有其他处罚' : '这一阶段不处罚';
}

/** Whom a stage punishes if nobody says otherwise: of `单位或个人` the first, of `机构及直接责任人员` both; never nobody. */
export function usualParties(rules: readonly Provision[], stage: DecisionStage): string[] {
	if (stage === 'daily') return [SUBJECT_CODES.单位];
	const named = new Set(rules.flatMap(({ subjects }) => subjects));
	const stages = rules.flatMap((rule) => rule.stages[stage] ?? []);
	const phrases = stages.flatMap(({ fines, sanctions }) => [
		...fines.map(({ subject }) => subject),
		...sanctions.filter(({ mandatory }) => mandatory).map(({ target }) => target)
	]);
	const first = phrases.flatMap((phrase) => phrase.split('及').map((part) => part.split(/[/或]/)[0] as Subject));
	const usual = [...new Set(first)].filter((subject) => named.has(subject)).map((subject) => SUBJECT_CODES[subject]);
	return usual.length > 0 ? usual : [...named].slice(0, 1).map((subject) => SUBJECT_CODES[subject]);
}
