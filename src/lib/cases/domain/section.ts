/** The headings under which the field writes up a case, in their usual order. */
export const SECTIONS = {
	scene: '案情',
	issues: '争议焦点',
	course: '查处经过',
	law: '法律适用',
	discretion: '裁量说理',
	comment: '点评',
	lessons: '启示'
} as const;
export type Section = keyof typeof SECTIONS;

export interface Heading {
	readonly section: Section;
	/** The author's own words after the dot; null = the usual word alone. */
	readonly title: string | null;
}

const KEYS = Object.keys(SECTIONS) as Section[];
const HEADING = new RegExp(`^(${Object.values(SECTIONS).join('|')})(?:\\s*·\\s*(\\S.*))?$`);

/** Reads `案情 · 下午三点的老街`; null where the usual word is missing. */
export function readHeading(text: string): Heading | null {
	const [, word, title] = HEADING.exec(text.trim()) ?? [];
	const section = KEYS.find((key) => SECTIONS[key] === word);
	return section ? { section, title: title?.trim() ?? null } : null;
}

/** What is wrong with the sections of a case in the order written: each once or more, the scene first, the lessons last. */
export function findSectionFaults(found: readonly Section[]): string[] {
	const missing = KEYS.filter((key) => !found.includes(key)).map((key) => SECTIONS[key]);
	return [
		...(missing.length > 0 ? [`缺少小标题：${missing.join('、')}`] : []),
		...(found.length > 0 && found[0] !== 'scene' ? [`第一节应是“${SECTIONS.scene}”`] : []),
		...(found.length > 0 && found.at(-1) !== 'lessons' ? [`最后一节应是“${SECTIONS.lessons}”`] : [])
	];
}
