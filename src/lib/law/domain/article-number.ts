import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';

const WRITTEN = new RegExp(
	`^第?([${NUMERALS}]{1,12})条?(?:(?:之|[-_—－.])([${NUMERALS}]{1,3}))?条?(?:$|第|[^${NUMERALS}])`
);

/**
 * The number of an article as people type it – 97, ９７, 第九十七条, 134之一, 一百三十四条之一, 134-1, 97条第一款 – as `97`
 * or `134-1`; null when it is none.
 */
export function readArticleNumber(typed: string): string | null {
	const match = WRITTEN.exec(typed.normalize('NFKC').replace(/\s/g, ''));
	const number = match && readNumber(match[1]!);
	if (!number || number > 9999) return null;
	if (match[2] === undefined) return `${number}`;
	const sub = readNumber(match[2]);
	return sub && sub < 100 ? `${number}-${sub}` : null;
}
