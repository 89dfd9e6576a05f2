import { type Day, formatDay } from '#lib/shared/time.ts';
import { formatMoney } from '#lib/shared/money.ts';
import type { Claim, EvidenceItem } from '../practice-case.ts';
import type { CaseBook } from './case-book.ts';
import { type Cast, fill } from './cast.ts';
import type { Dice } from './dice.ts';
import type { Plan, PlannedParty, PlannedViolation } from './plan.ts';

export interface Telling {
	readonly plan: Plan;
	readonly cast: Cast;
	readonly book: CaseBook;
	readonly dice: Dice;
}

/** The story in order of time: what was seen and done, and no word of what it means. */
export function writeStory({ plan, cast, book: { phrases }, dice }: Telling): string {
	const [first] = plan.violations;
	const { inspected, due, again } = first!.calendar;
	const dated = (day: Day | null | undefined) => (day ? formatDay(day) : undefined);
	const slots = {
		...{ unit: cast.unit, place: cast.place, staff: cast.staff, day: formatDay(inspected) },
		...{ due: dated(due), again: dated(again?.day) }
	};
	const { accidentLevel } = first!.facts;
	const opening = accidentLevel ? phrases.accidents[accidentLevel]! : (first!.words.openings ?? phrases.openings);
	const found = plan.violations.map(({ words }) => fill(dice.pick(words.found), slots)).join('');
	const people = plan.violations.flatMap(({ parties }) =>
		parties.flatMap((one) => personSentences(one, { phrases, dice }))
	);
	const extra = plan.violations.flatMap((one) => one.extra);
	const unvisited = extra.filter((text) => phrases.notInspected.includes(text));
	const order = due ? fill(dice.pick(phrases.orders), slots) : '';
	const visit = again ? fill(dice.pick(PHRASE_OF[again.state](phrases)), slots) : '';
	const rest = extra.filter((text) => !unvisited.includes(text));
	return [fill(dice.pick(opening), slots) + found, [...people, ...rest].join(''), [order, visit, ...unvisited].join('')]
		.filter((paragraph) => paragraph !== '')
		.join('\n\n');
}

const PHRASE_OF = {
	corrected: (phrases: CaseBook['phrases']) => phrases.corrected,
	same: (phrases: CaseBook['phrases']) => phrases.notCorrected,
	defied: (phrases: CaseBook['phrases']) => phrases.defied
} as const;

function personSentences(
	{ name, role, subject, annualIncome }: PlannedParty,
	{ phrases, dice }: Pick<CaseBook, 'phrases'> & { dice: Dice }
): string[] {
	if (role === null) return [];
	const sentences = [fill(dice.pick(subject === '主要负责人' ? phrases.heads : phrases.persons), { name, role })];
	if (annualIncome === undefined) return sentences;
	return [...sentences, fill(dice.pick(phrases.wage), { name, wage: formatMoney(annualIncome) })];
}

/** The papers of the file: those of the case, then those that the claims bring; each name once. */
export function writeEvidence({ plan }: Telling): EvidenceItem[] {
	const items = plan.violations.flatMap(ownPapers);
	const { calendar } = plan.violations[0]!;
	if (calendar.due) {
		const shows = `${formatDay(calendar.inspected)}送达，期限到${formatDay(calendar.due)}`;
		items.push({ name: '责令限期整改指令书和送达回证', shows });
	}
	if (calendar.again) {
		const { day, state } = calendar.again;
		const shows = `${formatDay(day)}到场，${state === 'corrected' ? '指令书所列各项已经改正' : '没有改正'}`;
		items.push({ name: '复查现场记录', shows });
	}
	const claimed = plan.violations.flatMap(({ parties }) =>
		parties.flatMap(({ claims }) => claims.flatMap((one) => one.evidence))
	);
	for (const item of claimed) if (!items.some(({ name }) => name === item.name)) items.push(item);
	return items;
}

function ownPapers({ words, parties, facts }: PlannedViolation): EvidenceItem[] {
	const items = [{ name: `现场检查记录（${words.topic}）`, shows: words.shows }];
	for (const { name, role, annualIncome } of parties) {
		if (role !== null) items.push({ name: `${name}的任命文件和分工表`, shows: `${name}任${role}，负责这项工作` });
		if (annualIncome !== undefined)
			items.push({ name: `${name}的个人所得税纳税记录`, shows: `上一年年收入${formatMoney(annualIncome)}` });
	}
	const { illegalIncome } = facts;
	if (illegalIncome !== undefined) {
		const shows = illegalIncome > 0 ? `收到${formatMoney(illegalIncome)}` : '没有收入';
		items.push({ name: '合同和银行流水', shows });
	}
	if (facts.crimeSuspected) items.push({ name: '专家意见和气体浓度记录', shows: '关停期间有可燃气体积聚' });
	return items;
}

export const writeClaims = ({ plan }: Telling): Claim[] =>
	plan.violations.flatMap(({ id, parties }) =>
		parties.flatMap(({ name, claims }) =>
			claims.map(({ text, factor, evidence }) => ({
				...{ violation: id, party: name, text, factor },
				evidence: evidence.map((one) => one.name)
			}))
		)
	);

/** What is to be learned: how each trap of the case is avoided. */
export function writeLesson(traps: readonly number[], { traps: catalogue }: CaseBook): string {
	const known = catalogue.filter(({ number }) => traps.includes(number));
	if (known.length === 0) return '没有设陷阱：按步骤走一遍，每一步写出依据和证据。';
	return known.map(({ title, law, avoid }) => `- **${title}**：${law}${avoid}`).join('\n');
}
