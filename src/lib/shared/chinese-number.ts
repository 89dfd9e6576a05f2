export const DIGITS = '零一二三四五六七八九';
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
