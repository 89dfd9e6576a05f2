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
export function subjectsIn(phrase: string): Subject[] | null {
	const words = phrase.split(/[/或及]/);
	return words.every(isSubject) ? words : null;
}
