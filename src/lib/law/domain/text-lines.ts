import { titleKey } from './title-key.ts';

/** A non-empty line of a text: `depth` 2 for `## …`, 0 for none. */
export interface Line {
	/** 1-based, in the file. */
	readonly number: number;
	readonly depth: number;
	readonly text: string;
}

/** Removes what never belongs to the wording: comments, marks of bold type, invisible signs, blanks at the edges. */
function clean(line: string): string {
	return line
		.replace(/<!--.*?-->/g, '')
		.replace(/[\u200b-\u200d\u2060\ufeff]|\*\*/g, '')
		.replace(/[\s\u00a0\u3000]+/g, ' ')
		.trim();
}

/** `总 则` and `准 合 同` are words spread over a line of print. */
function closeUp(heading: string): string {
	return heading.replace(/(?<=^|\s)\S(?: \S)+$/, (word) => word.replaceAll(' ', ''));
}

/** The lines of a file that say something, cleaned. */
export function readLines(text: string): Line[] {
	return text.split(/\r\n?|\n/).flatMap((raw, index) => {
		const line = clean(raw);
		if (line === '' || /^\|[\s:|-]+\|?$/.test(line)) return [];
		const [, marks, heading] = /^(#{1,6})(?:\s+(.*))?$/.exec(line) ?? [];
		if (marks === undefined) return [{ number: index + 1, depth: 0, text: line }];
		return heading ? [{ number: index + 1, depth: marks.length, text: closeUp(heading) }] : [];
	});
}

/** Whether a line only repeats (a piece of) the title, as printed above many texts. */
export function isPieceOfTitle(line: string, title: string): boolean {
	const [key, whole] = [line, title].map((one) => titleKey(one).replace(/[^\p{L}\p{N}]/gu, ''));
	return key === '' || (key!.length > 1 && whole!.includes(key!));
}

/**
 * Headings that the file did not mark: the second line of a long heading, and （一） over a group of articles. Both are short,
 * have no stop, and stand right before an article or the next heading; a 项 would end with ； or 。
 */
export function restoreHeadings(lines: readonly Line[], isArticle: (text: string) => boolean): Line[] {
	const restored: Line[] = [];
	lines.forEach((line, index) => {
		const [above, next] = [restored.at(-1), lines[index + 1]];
		const isBare = line.depth === 0 && line.text.length <= 30 && !/[。；：，！？|]|[\d）)]$/.test(line.text);
		const isBefore = next !== undefined && (next.depth > 0 || isArticle(next.text));
		if (!isBare || !isBefore || isArticle(line.text)) restored.push(line);
		else if (/^[（(][一二三四五六七八九十]{1,3}[）)]/.test(line.text)) {
			const depth = restored.findLast((one) => one.depth > 0 && !/^[（(]/.test(one.text))?.depth ?? 1;
			restored.push({ ...line, depth: depth + 1 });
		} else if (above && above.depth > 1) restored.push({ ...restored.pop()!, text: above.text + line.text });
		else restored.push(line);
	});
	return restored;
}
