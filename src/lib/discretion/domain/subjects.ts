/** Whoever a provision can fine or sanction, and whether that is a unit (单位) or a natural person. */
export const SUBJECTS = {
	单位: 'unit',
	机构: 'unit',
	施工单位: 'unit',
	主要负责人: 'person',
	其他负责人: 'person',
	安全生产管理人员: 'person',
	直接责任人员: 'person',
	个人经营的投资人: 'person',
	从业人员: 'person',
	个人: 'person',
	零售经营者: 'person'
} as const;
export type Subject = keyof typeof SUBJECTS;
export type PartyKind = (typeof SUBJECTS)[Subject];

const isSubject = (word: string): word is Subject => Object.hasOwn(SUBJECTS, word);

/** The subjects that a phrase names: `单位或个人` → 单位, 个人; `机构及直接责任人员` → both. Null when one is unknown. */
export function subjectsIn(phrase: string): readonly Subject[] | null {
	let subjects = read.get(phrase);
	if (subjects === undefined) {
		const words = phrase.split(/[/或及]/);
		read.set(phrase, (subjects = words.every(isSubject) ? words : null));
	}
	return subjects;
}
/** The penalty table has a dozen phrases, and each decision asks for them again and again. */
const read = new Map<string, readonly Subject[] | null>();

/** Whether a party is a unit or a person; what the file says wins (a retailer may be either). */
export function kindOf(party: Subject, given: PartyKind | undefined): PartyKind {
	return given ?? SUBJECTS[party];
}

/**
 * Whether a phrase of a provision means this party. 单位 stands for any kind of unit, on either side; a retailer is an
 * 个人 where the provision fines those.
 */
export function meets(phrase: string, party: Subject): boolean {
	if (phrase === party) return true;
	const subjects = subjectsIn(phrase) ?? [];
	if (subjects.includes(party)) return true;
	if (party === '单位') return subjects.some((one) => SUBJECTS[one] === 'unit');
	if (party === '零售经营者') return subjects.includes('个人');
	return SUBJECTS[party] === 'unit' && subjects.includes('单位');
}

/** Whether a sanction meets this party. Where the payer is an individual trader, 单位 in the table means him; 个人 means any person. */
export function isSanctioned(target: string, party: Subject): boolean {
	const isTrader = party === '个人' || party === '零售经营者';
	return meets(target, party) || (target === '单位' && isTrader) || (target === '个人' && SUBJECTS[party] === 'person');
}
