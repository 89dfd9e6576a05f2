import { PUBLIC_SECTIONS } from '#lib/cases/domain/public-case.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Fields } from './manuscript.ts';
import { findPersonalData } from './redaction.ts';
import { suggestReplacement } from './suggest-replacement.ts';

/** Characters of what happened that are taken over; the author cuts further. */
const STORY_CHARACTERS = 500;
const MOST_CITATIONS = 6;
const [STORY, RULE, TODO] = PUBLIC_SECTIONS;

/**
 * What a text for the public begins with, from the parts of a case: what happened without names, places and days, the lessons
 * as a list to tick off, the articles. Id, title and warning stay empty: they are the author's, and so is every sentence in the end.
 * @param today the day whose law it is to state
 */
export function draftPublicText(fields: Fields, today: Day): Fields {
	const { id = '', lead = '', industry = '', asOf = '', people = '', sources = '', body = '' } = fields;
	const strip = stripperOf(people, [lead, body].join('\n'));
	const parts = sectionsOf(body);
	const lessons = listIn(parts.get('启示') ?? '').map((line) => `- ${strip(line)}`);
	const story = shorten(strip(parts.get('案情') ?? ''));
	const text = [
		...[`## ${STORY}`, story, `## ${RULE}`, '（用自己的话写两三句：违反了什么规定，会有什么后果）'],
		...[`## ${TODO}`, lessons.join('\n')]
	];
	return {
		...{ lead: strip(lead), industry, sources, month: asOf.slice(0, 7), audience: 'both', case: id, asOf: today },
		citations: citationsIn(body),
		body: text.join('\n\n')
	};
}

/** Text by the field's usual word of its section. */
function sectionsOf(body: string): Map<string, string> {
	const parts = body.split(/^## /m).slice(1);
	return new Map(
		parts.map((part) => {
			const end = part.indexOf('\n');
			return [part.slice(0, end).split(' · ')[0]!.trim(), part.slice(end + 1)];
		})
	);
}

const listIn = (text: string) => [...text.matchAll(/^(?:\d+\.|-) +(.+)$/gm)].map(([, line]) => line!);

/** Takes out of a text who, where and on which day; what it cannot know is told by the checker later. */
function stripperOf(people: string, whole: string): (text: string) => string {
	const roles = [...people.matchAll(/who:\s*["']?([^,}"'\n]+?)["']?\s*,\s*role:\s*["']?([^,}"'\n]+)/g)];
	const named = roles.map(([, who, role]) => [who!.trim(), role!.trim()] as const);
	const found = findPersonalData(bare(whole)).map(({ kind, found: text }) => {
		return [text, suggestReplacement(kind, text)] as const;
	});
	const longestFirst = [...named, ...found].sort(([left], [right]) => right.length - left.length);
	return (text) => {
		const told = longestFirst.reduce((left, [who, instead]) => left.replaceAll(who, instead), bare(text));
		return told
			.replace(/\d{4}年(\d{1,2}月)\d{1,2}日/g, '$1')
			.replace(/\d{1,2}月\d{1,2}日/g, '某日')
			.replace(/\p{Script=Han}{2}(镇|街道)(?!街)/gu, '某$1');
	};
}

/** Without questions, pictures, links and area tags. */
const bare = (text: string) =>
	text
		.replace(/^```[\s\S]*?^```$/gm, '')
		.replace(/!\[[^\]]*\]\([^)]*\)/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/【[^】]*】/g, '')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

/** Whole paragraphs, as many as fit; at least the first. */
function shorten(text: string): string {
	const paragraphs = text.split(/\n{2,}/);
	let length = 0;
	return paragraphs.filter((one, at) => (length += one.length) <= STORY_CHARACTERS || at === 0).join('\n\n');
}

/** The articles that a body links, each once, as the form wants them. */
function citationsIn(body: string): string {
	const links = [...body.matchAll(/\(law:([a-z0-9-]+)\/(\d+(?:-\d+)?)(?:\/(\d+))?(?:\/(\d+))?\)/g)];
	const lines = links.map(([, law, article, paragraph, item]) => {
		const place = [...(paragraph ? [`paragraph: ${paragraph}`] : []), ...(item ? [`item: ${item}`] : [])];
		return `- {${[`law: ${law}`, `article: "${article}"`, ...place].join(', ')}}`;
	});
	return [...new Set(lines)].slice(0, MOST_CITATIONS).join('\n');
}
