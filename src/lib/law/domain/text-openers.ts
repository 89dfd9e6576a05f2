import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';
import type { Line } from './text-lines.ts';

/** The beginning of an article or point: its id, label and what follows on the same line. */
export interface Opening {
	readonly id: string;
	readonly number: number;
	/** Of 条之一; 0 = none. */
	readonly sub: number;
	readonly label: string;
	readonly rest: string;
	/** Label and wording are told apart by a blank or a bracket; without one it may be a reference that begins a line. */
	readonly isClear: boolean;
}

/** How a text numbers its units: by articles; without articles by 一、, by 1. or by （一）; or not at all. */
export const NUMBERINGS = ['article', 'chinese', 'arabic', 'bracketed'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

const ARTICLE = new RegExp(
	`^[第笫]\\s*([${NUMERALS}]{1,9})(\\s*)条(?:\\s?之([一二三四五六七八九十]{1,3}))?(\\s*)(.*)$`
);
const POINTS: Readonly<Record<Exclude<Numbering, 'article'>, RegExp>> = {
	chinese: /^(([一二三四五六七八九十百]{1,5})、)\s*(.*)$/,
	arabic: /^(([0-9０-９]{1,3})[.．、])\s*(.*)$/,
	bracketed: /^([（(]([一二三四五六七八九十]{1,3})[）)])\s*(.*)$/
};

/** What a line begins with under a numbering; null = it goes on with what is above. */
export function readOpening(numbering: Numbering, text: string): Opening | null {
	if (numbering === 'article') return readArticle(text);
	const match = POINTS[numbering].exec(text);
	const number = match && readNumber(match[2]!);
	if (!number) return null;
	return { id: `p${number}`, number, sub: 0, label: match[1]!, rest: match[3]!, isClear: true };
}

function readArticle(text: string): Opening | null {
	if (text[0] !== '第' && text[0] !== '笫') return null;
	const match = ARTICLE.exec(text);
	const number = match && readNumber(match[1]!);
	if (!number || number > 9999) return null;
	const [, numeral, inner, subNumeral, gap, rest] = match;
	const sub = subNumeral === undefined ? 0 : readNumber(subNumeral)!;
	return {
		...{ number, sub, rest: rest!.replace(/^[：:]\s*/, ''), id: sub > 0 ? `${number}-${sub}` : `${number}` },
		label: `第${numeral}条${subNumeral === undefined ? '' : `之${subNumeral}`}`,
		isClear: gap !== '' || inner !== '' || /^[【（(：:]/.test(rest!)
	};
}

/**
 * How the text numbers its units. Articles win where the first of them stands before the first point;
 * 1. wins over 一、 where it runs through the whole text and 一、 only groups it.
 */
export function numberingOf(lines: readonly Line[]): Numbering | null {
	const opens = (numbering: Numbering) => (one: Line) => readOpening(numbering, one.text)?.isClear === true;
	const articles = lines.findIndex((one) => one.depth === 0 && opens('article')(one));
	const points = lines.findIndex(opens('chinese'));
	if (articles >= 0 && (points < 0 || articles < points)) return 'article';
	const run = countRun(lines, 'chinese');
	if (articles >= 0 && lines.filter(opens('article')).length > run) return 'article';
	const ones = lines.filter(({ text }) => readOpening('arabic', text)?.number === 1).length;
	if (ones === 1 && countRun(lines, 'arabic') > 2 * run) return 'arabic';
	if (run >= 2) return 'chinese';
	return countRun(lines, 'bracketed') >= 3 ? 'bracketed' : null;
}

/** How far the text counts 1, 2, 3 … in a numbering. */
function countRun(lines: readonly Line[], numbering: Numbering): number {
	let count = 0;
	for (const { text } of lines) if (readOpening(numbering, text)?.number === count + 1) count++;
	return count;
}
