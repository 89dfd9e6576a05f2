import { DIGIT_VALUES, PLACE_VALUES } from '#lib/shared/read-number.ts';

/** Signs that are a number in brackets by themselves: ㈠ ⑴ ① and their rows. */
const ENCLOSED = [
	{ first: '㈠'.charCodeAt(0), length: 10 },
	{ first: '⑴'.charCodeAt(0), length: 20 },
	{ first: '①'.charCodeAt(0), length: 20 }
] as const;

/** ㈢ → 3; null for every other sign. */
export function readEnclosed(sign: string): number | null {
	const code = sign.charCodeAt(0);
	const row = ENCLOSED.find(({ first, length }) => code >= first && code < first + length);
	return row ? code - row.first + 1 : null;
}

/** Whether a sign can stand in a number: Arabic (half width) or Chinese. */
export const isNumeralSign = (sign: string) =>
	(sign >= '0' && sign <= '9') || sign in DIGIT_VALUES || sign in PLACE_VALUES;

/**
 * Reads a number as articles are numbered: `97`, `九十七`, `一百〇五`, `一千零七十九`, `一三四` (digit by digit).
 * Null for what is none (`十十`, `百二`), is zero or is above 9999, and for `一百五`, of which nobody can tell whether 105 or 150 is meant.
 */
export function readNumeral(text: string): number | null {
	if (/^\d{1,4}$/.test(text)) return Number(text) || null;
	const signs = [...text];
	if (signs.length === 0 || signs.length > 9) return null;
	if (signs.every((sign) => sign in DIGIT_VALUES)) {
		const value = Number(signs.map((sign) => DIGIT_VALUES[sign]).join(''));
		return value > 0 && value <= 9999 && DIGIT_VALUES[signs[0]!] !== 0 ? value : null;
	}
	return readPlaces(signs);
}

/** Thousands, hundreds, tens in falling order, a digit before each (only 十 may stand alone at the front). */
function readPlaces(signs: readonly string[]): number | null {
	let total = 0;
	let digit: number | null = null;
	let smallest = 10_000;
	let afterGap = false;
	for (const sign of signs) {
		const unit = PLACE_VALUES[sign];
		if (unit !== undefined) {
			if (unit >= smallest || digit === 0) return null;
			if (digit === null && unit !== 10) return null;
			total += (digit ?? 1) * unit;
			[digit, smallest, afterGap] = [null, unit, false];
		} else {
			const value = DIGIT_VALUES[sign];
			if (value === undefined || digit !== null) return null;
			if (value === 0) {
				if (afterGap || smallest === 10_000) return null;
				afterGap = true;
			} else digit = value;
		}
	}
	if (digit === null) return afterGap ? null : total;
	return smallest > 10 && !afterGap ? null : total + digit;
}
