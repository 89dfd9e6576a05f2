const DIGITS = '零一二三四五六七八九';
const PLACES = [
	[1000, '千'],
	[100, '百'],
	[10, '十']
] as const;

/** 1–9999 in Chinese as laws write it: 12 → 十二, 105 → 一百零五, 1005 → 一千零五, 1260 → 一千二百六十. */
export function chineseNumber(value: number): string {
	if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`no article number: ${value}`);
	let text = '';
	let rest = value;
	for (const [size, name] of PLACES) {
		const digit = Math.floor(rest / size);
		rest %= size;
		// 十二, not 一十二, at the front only.
		if (digit > 0) text += size === 10 && digit === 1 && text === '' ? name : DIGITS[digit]! + name;
		else if (text !== '' && rest > 0 && !text.endsWith('零')) text += '零';
	}
	return text + (rest > 0 ? DIGITS[rest]! : '');
}

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
