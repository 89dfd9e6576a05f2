import type { Fen } from './money.ts';
import { type Result, ok, refuse } from './result.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUP = 10_000;
/** From the largest down; what stands before 亿 may itself hold 万. */
const GROUPS = [
	[GROUP * GROUP, '亿'],
	[GROUP, '万']
] as const;

/**
 * An amount as a document writes it: 30500 yuan → 叁万零伍佰元整, 10 → 壹拾元整, 325.04 → 叁佰贰拾伍元零肆分.
 * Refuses negative amounts and parts of a fen by throwing.
 */
export function amountInWords(fen: Fen): string {
	if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`no amount of money: ${fen}`);
	const yuan = Math.floor(fen / 100);
	const jiao = Math.floor(fen / 10) % 10;
	const rest = fen % 10;
	const whole = yuan > 0 || fen === 0 ? `${wholeInWords(yuan)}元` : '';
	if (jiao === 0 && rest === 0) return `${whole}整`;
	const jiaoText = jiao > 0 ? `${DIGITS[jiao]}角` : whole && '零';
	return whole + jiaoText + (rest > 0 ? `${DIGITS[rest]}分` : '整');
}

function wholeInWords(value: number): string {
	for (const [size, name] of GROUPS) {
		if (value < size) continue;
		const rest = value % size;
		// 壹拾万零伍佰: the zero stands for what is missing directly below 万 or 亿.
		const gap = rest > 0 && rest < size / 10 ? '零' : '';
		return wholeInWords(Math.floor(value / size)) + name + (rest > 0 ? gap + wholeInWords(rest) : '');
	}
	return value === 0 ? '零' : groupInWords(value);
}

/** 1–9999 */
function groupInWords(value: number): string {
	let text = '';
	for (let place = 3; place >= 0; place--) {
		const digit = Math.floor(value / 10 ** place) % 10;
		if (digit > 0) text += DIGITS[digit]! + PLACES[place]!;
		else if (text !== '' && !text.endsWith('零') && value % 10 ** place > 0) text += '零';
	}
	return text;
}

const SIGNS = /^[零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正]+$/;
/** Digits with falling places, zeros between them; every place has its digit, so 拾 alone is none. */
const DIGIT = '[壹贰叁肆伍陆柒捌玖]';
const GROUP_WORDS = `(?:零*${DIGIT}仟)?(?:零*${DIGIT}佰)?(?:零*${DIGIT}拾)?(?:零*${DIGIT})?零*`;
const MYRIAD_WORDS = `(?:${GROUP_WORDS}万)?${GROUP_WORDS}`;
const WHOLE = new RegExp(`^(?:${MYRIAD_WORDS}亿)?${MYRIAD_WORDS}$`);
const PARTS = new RegExp(`^(?:([^元圆角分整正]+)[元圆])?(?:零?(${DIGIT})角)?(?:零?(${DIGIT})分)?[整正]?$`);

/**
 * Reads an amount in words; a leading 人民币 is ignored. Refused, with the reason: other signs (一, 两, 廿), 拾 without its
 * digit, places out of order, and an amount without 角 or 分 that does not end in 整 or 正.
 */
export function readAmountInWords(text: string): Result<Fen> {
	const words = text.replace(/^人民币/, '');
	if (!SIGNS.test(words)) return refuse('signs', '只能用零壹贰叁肆伍陆柒捌玖拾佰仟万亿元（圆）角分整（正）');
	const match = PARTS.exec(words);
	const whole = match?.[1] ?? '';
	if (!match || (whole !== '' && !isWhole(whole)) || (whole === '' && !match[2] && !match[3])) {
		return refuse('order', /(^|[零万亿])[拾佰仟]/.test(words) ? '“拾”前面要写“壹”' : '数位的写法或次序不对');
	}
	if (!match[2] && !match[3] && !/[整正]$/.test(words)) {
		return refuse('ending', '没有角、分的金额以“整”或“正”结尾');
	}
	const fen = wholeOf(whole) * 100 + valueOf(match[2]) * 10 + valueOf(match[3]);
	return Number.isSafeInteger(fen) ? ok(fen) : refuse('size', '金额过大');
}

const isWhole = (words: string) => /^零+$/.test(words) || (WHOLE.test(words) && !/(^|亿)零*万|^零*亿/.test(words));

const valueOf = (digit: string | undefined) => (digit === undefined ? 0 : DIGITS.indexOf(digit));

function wholeOf(words: string): number {
	for (const [size, name] of GROUPS) {
		const at = words.lastIndexOf(name);
		if (at >= 0) return wholeOf(words.slice(0, at)) * size + wholeOf(words.slice(at + 1));
	}
	let total = 0;
	let digit = 0;
	for (const sign of words) {
		const place = PLACES.indexOf(sign as (typeof PLACES)[number]);
		if (place > 0) total += digit * 10 ** place;
		digit = place > 0 ? 0 : valueOf(sign);
	}
	return total + digit;
}
