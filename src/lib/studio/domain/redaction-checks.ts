import { isDay } from '#lib/shared/time.ts';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_SIGNS = '10X98765432';

/** The first two digits of a place: 31 provinces, Taiwan, Hong Kong, Macau (GB/T 2260). */
const PROVINCES = new Set(
	'11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' ')
);

/** Place and birthday of an identity card of 18 signs are possible. */
export function isIdCardShape(code: string): boolean {
	if (!/^\d{17}[\dX]$/.test(code) || !PROVINCES.has(code.slice(0, 2))) return false;
	return isBirthday(code.slice(6, 14));
}

/** Its last sign is right as well: GB 11643-1999, ISO 7064 MOD 11-2. */
export function isIdCard(code: string): boolean {
	if (!isIdCardShape(code)) return false;
	const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
	return ID_SIGNS[sum % 11] === code[17];
}

/** The form of 15 digits that was given out until 1999 has no check sign. */
export function isOldIdCard(code: string): boolean {
	return /^\d{15}$/.test(code) && PROVINCES.has(code.slice(0, 2)) && isBirthday(`19${code.slice(6, 12)}`);
}

function isBirthday(digits: string): boolean {
	const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
	return /^(19|20)/.test(digits) && isDay(day);
}

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** A unified social credit code: registering office, place and check sign are possible (GB 32100-2015, ISO 7064 MOD 31-3). */
export function isCreditCode(code: string): boolean {
	if (!/^[1-9ANY][1-9]\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return false;
	const values = [...code].map((sign) => CREDIT_SIGNS.indexOf(sign));
	if (values.includes(-1) || !(PROVINCES.has(code.slice(2, 4)) || code.startsWith('10', 2))) return false;
	const sum = CREDIT_WEIGHTS.reduce((total, weight, index) => total + weight * values[index]!, 0);
	return (31 - (sum % 31)) % 31 === values[17];
}

/** The last digit of a bank card (ISO/IEC 7812, Luhn). */
export function isLuhn(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, digit, index) => {
		const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}

/** First digits under which cards are issued here: UnionPay, Visa, Mastercard, JCB, American Express. */
export function isBankCard(digits: string): boolean {
	const isIssued =
		/^62\d{14,17}$/.test(digits) || /^(4|5[1-5]|35|60)\d+$/.test(digits)
			? digits.length >= 16 && digits.length <= 19
			: /^3[47]\d{13}$/.test(digits);
	return isIssued && isLuhn(digits);
}

/** Segments in which mobile numbers are given out. */
export function isMobile(digits: string): boolean {
	return /^1(3\d|4[0-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/.test(digits);
}

/** An area code with a number of seven or eight digits. */
export function isLandline(digits: string): boolean {
	return (
		/^0(10|2[0-57-9])\d{8}$/.test(digits) ||
		/^0(3[1-9]|4[1-8]|5[1-9]|6[3-9]|7[1-9]|8[1-9]|9\d)\d[2-8]\d{6,7}$/.test(digits)
	);
}
