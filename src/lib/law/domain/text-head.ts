import type { Day } from '#lib/shared/time.ts';
import { firstDay } from './text-dates.ts';
import { type Line, isPieceOfTitle } from './text-lines.ts';
import { dayOfName } from './text-source.ts';

/** What stands above the wording of a law. */
export interface Head {
	readonly title: string;
	/** Second title, for a law in several files; '' = none. */
	readonly part: string;
	readonly history: readonly string[];
}

export const HEAD_END = '<!-- INFO END -->';

/** Reads title, second title and the dated lines; null = there is no title. */
export function readHead(lines: readonly Line[]): Head | null {
	const titles = lines.filter(({ depth }) => depth === 1);
	const title = titles[0]?.text;
	if (title === undefined) return null;
	const rest = lines.filter(({ depth, text }) => depth === 0 && !isPieceOfTitle(text, title));
	return { title, part: titles[1]?.text ?? '', history: joinHistory(rest.map(({ text }) => text)) };
}

/** A line without a date goes on with the one above it, in brackets or not. */
function joinHistory(lines: readonly string[]): string[] {
	const history: string[] = [];
	for (const line of lines) {
		const isNew = firstDay(line) !== null || history.length === 0;
		if (isNew) history.push(line);
		else history.push(`${history.pop()!}${line}`);
	}
	return history;
}

/** What is printed between title and wording: lines in brackets with a date, and document numbers. */
export function isPromulgation(line: string): boolean {
	if (/^[\u4e00-\u9fff]{1,10}〔\d{4}〕\d+号$/.test(line)) return true;
	return /^[（(].*[）)]$/.test(line) && firstDay(line) !== null;
}

/**
 * The version's name: the date of the file's name, else the last dated line that tells of adoption, amendment or
 * publication – not of coming into force; null = neither.
 */
export function versionOf(path: string, history: readonly string[]): Day | null {
	const named = dayOfName(path);
	if (named) return named;
	const dated = history.filter((line) => !/日\s*(?:起)?(?:施行|实施)$/.test(line));
	const days = dated.flatMap((line) => firstDay(line) ?? []).sort();
	return days.at(-1) ?? null;
}
