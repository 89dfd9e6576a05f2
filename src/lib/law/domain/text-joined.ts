import { readOpening } from './text-openers.ts';
import type { Line } from './text-lines.ts';

/** Where an article ends within a line and the next one may begin. */
const BORDER = /(?<=[。；：”]) (?=第[^条]{1,9}条(?:之[一二三四五六七八九十]{1,3})? )/;

/**
 * Some files have a whole chapter on one line: articles, 款 and 项 told apart by a blank only. Such a line is split where
 * the articles count on (第十一条 … 第十二条 …); its pieces keep the line's number. Any other line comes back alone.
 */
export function splitJoined(line: Line): Line[] {
	const first = readOpening('article', line.text);
	if (line.depth > 0 || !first?.isClear || !BORDER.test(line.text)) return [line];
	const pieces: string[] = [];
	let next = first.number;
	for (const piece of line.text.split(BORDER)) {
		const number = readOpening('article', piece)?.number;
		if (number === next) {
			pieces.push(piece);
			next++;
		} else pieces.push(`${pieces.pop()!} ${piece}`);
	}
	if (pieces.length < 2) return [line];
	// The same line has lost the breaks between 款 and 项, too.
	return pieces.flatMap((piece) => piece.split(/(?<=[。；：]) /).map((text) => ({ ...line, text })));
}
