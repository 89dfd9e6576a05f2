import { DIGITS } from './chinese-number.ts';

/** What the signs of a number stand for: digits (零 〇 ○ are all zero) and places. */
export const DIGIT_VALUES: Readonly<Record<string, number>> = {
	...Object.fromEntries([...DIGITS].map((digit, value) => [digit, value])),
	...{ 〇: 0, '○': 0, 两: 2 }
};
export const PLACE_VALUES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What `readNumber` reads: for use inside a character class of a regular expression. */
export const NUMERALS = '零〇○一二三四五六七八九十百千两0-9０-９';

/**
 * The value of a number as laws write it: 一千二百六十 → 1260, 十二 → 12, 一九九七 (a year, digit by digit) → 1997,
 * 97 or ９７ → 97; null when it is none. Lenient, for official texts and their slips; the grammar of citations reads strictly.
 */
export function readNumber(text: string): number | null {
	const plain = /[０-９]/.test(text) ? text.normalize('NFKC') : text;
	if (/^\d{1,6}$/.test(plain)) return Number(plain);
	if (plain === '') return null;
	if ([...plain].every((sign) => sign in DIGIT_VALUES))
		return Number([...plain].map((sign) => DIGIT_VALUES[sign]).join(''));
	let total = 0;
	let digit: number | null = null;
	for (const sign of plain) {
		if (sign in DIGIT_VALUES) digit = DIGIT_VALUES[sign]!;
		else if (sign in PLACE_VALUES) {
			total += (digit ?? 1) * PLACE_VALUES[sign]!;
			digit = null;
		} else return null;
	}
	return total + (digit ?? 0);
}
