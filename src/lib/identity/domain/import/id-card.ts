import type { Table } from '#lib/shared/table.ts';

/** Stands where a number of an identity card stood: the platform neither needs nor keeps them. */
export const ID_CARD = { fault: '像身份证号，本平台不收集身份证号，没有读入' } as const;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * Whether a text is the number of a resident identity card: 18 places whose birthday can be one and whose check digit is
 * right (GB 11643-1999), or the 15 places of the first generation with a birthday that can be one.
 */
export function isIdCard(text: string): boolean {
	const plain = text
		.normalize('NFKC')
		.replace(/[\s\p{Cf}'-]/gu, '')
		.toUpperCase();
	if (/^[1-9]\d{14}$/.test(plain)) return isBirthday(`19${plain.slice(6, 12)}`);
	if (!/^[1-9]\d{16}[\dX]$/.test(plain) || !isBirthday(plain.slice(6, 14))) return false;
	const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(plain[at]), 0);
	return CHECKS[sum % 11] === plain[17];
}

function isBirthday(digits: string): boolean {
	const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number) as [
		number,
		number,
		number
	];
	return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The table without numbers of identity cards, so that nothing of them is ever stored. */
export function withoutIdCards(table: Table): Table {
	const rows = table.rows.map(({ number, cells }) => ({
		number,
		cells: cells.map((cell) => (typeof cell === 'string' && isIdCard(cell) ? ID_CARD : cell))
	}));
	return { ...table, rows };
}
