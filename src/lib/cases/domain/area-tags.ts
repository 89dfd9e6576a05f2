import { AREAS, type Area } from '#lib/shared/piece.ts';

/** A paragraph without the tags that it began with. */
export interface Tagged {
	readonly areas: readonly Area[];
	readonly text: string;
	/** Why the tags are none; null = they are, or there are none. */
	readonly fault: string | null;
}

const KEYS = Object.keys(AREAS) as Area[];
const TAGS = /^(?:【[^】\n]*】)+/;
const MOST = 2;

/** Takes the contested areas off the beginning of a paragraph: `【调查程序】【案件证据】秦朗推门进去了。` */
export function takeAreaTags(paragraph: string): Tagged {
	const [tags = ''] = TAGS.exec(paragraph) ?? [];
	const words = [...tags.matchAll(/【([^】]*)】/g)].map(([, word]) => word!.trim());
	const areas = words.map((word) => KEYS.find((key) => AREAS[key] === word));
	const text = paragraph.slice(tags.length).trimStart();
	const unknown = words.find((_, index) => areas[index] === undefined);
	const known = [...new Set(areas.filter((area) => area !== undefined))];
	return { areas: known, text, fault: faultOf(known.length, words.length, unknown) };
}

function faultOf(known: number, written: number, unknown: string | undefined): string | null {
	if (unknown !== undefined) return `没有“${unknown}”这个标签，可用：${Object.values(AREAS).join('、')}`;
	if (known < written) return '同一个标签写了两次';
	return written > MOST ? `一段至多 ${MOST} 个标签` : null;
}

/** The areas of a case that none of its paragraphs is tagged with. */
export const untaggedAreas = (areas: readonly Area[], tagged: readonly Area[]): Area[] =>
	areas.filter((area) => !tagged.includes(area));
