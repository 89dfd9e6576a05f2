import { type Day, isDay } from '#lib/shared/time.ts';
import { dayOfSerial } from '#lib/shared/serial-day.ts';
import { ROLES, type Role } from '../roles.ts';

/** What a text says, or a sentence why it says nothing that can be taken. */
export type Read<T> = { readonly value: T } | { readonly fault: string };

/**
 * The text as it was meant: full-width letters and digits as plain ones, without what cannot be seen (zero-width characters,
 * direction marks, byte order marks), blanks at the ends gone and in the middle one each.
 */
export function cleanText(text: string): string {
	// Once more afterwards: what could not be seen may have stood between a letter and its accent.
	return text.normalize('NFKC').replace(UNSEEN, '').normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** Default-ignorable code points, as Unicode lists them, and the other marks without a shape. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

/** Broken or private characters: the encoding was guessed wrong, or a font of its own is needed. */
const UNREADABLE = /[\ufffd\p{Cc}\p{Co}\p{Cs}\p{Cn}]/u;

export function readText(text: string, most: number): Read<string> {
	if (UNREADABLE.test(text)) return { fault: '有无法识别的字，可能是编码不对或用了造字' };
	return [...text].length > most ? { fault: `超过 ${most} 个字` } : { value: text };
}

const ACCOUNT = /^\p{L}[\p{L}\p{N}.-]{1,31}$/u;

/** As `addPerson` takes it: lower case, 2 to 32 characters. */
export function readAccount(text: string): Read<string> {
	const account = text.toLowerCase();
	if (ACCOUNT.test(account)) return { value: account };
	return { fault: '应为 2–32 位汉字、字母、数字、点或连字符，以汉字或字母开头' };
}

export function readName(text: string): Read<string> {
	const name = text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').replace(/[•・∙‧]/gu, '·');
	if (/^[\p{L}\p{M}][\p{L}\p{M}·.' -]{0,39}$/u.test(name)) return { value: name };
	return { fault: '应为 1–40 个字，只有文字和间隔号' };
}

export function readCertificate(text: string): Read<string> {
	if (/^[\p{L}\p{N}()〔〕[\]第号字_./ -]{2,40}$/u.test(text)) return { value: text };
	return { fault: '应为 2–40 位文字、数字、括号或连字符' };
}

const EARLIEST: Day = '1950-01-01';
const LATEST: Day = '2099-12-31';
const DAY_TEXTS = [
	/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: 0?0:00(?::00)?)?$/,
	/^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
	/^(\d{4})(\d{2})(\d{2})$/
];

/**
 * A day as people write it, year first. Day numbers of a spreadsheet count by its own epoch; where the file has none, a bare
 * number could be anything and is refused, like `6/30/27`, which is another day in each country.
 * Only 1950 to 2099 is taken.
 */
export function readDay(text: string, epoch: 1900 | 1904 | null): Read<Day> {
	const plain = text.replace(/(?<=\d) ?([年月日/.-]) ?/gu, '$1');
	const match = DAY_TEXTS.map((pattern) => pattern.exec(plain)).find((found) => found !== null);
	const day = match
		? [match[1], match[2]!.padStart(2, '0'), match[3]!.padStart(2, '0')].join('-')
		: epoch !== null && /^\d{5}$/.test(plain)
			? dayOfSerial(Number(plain), epoch)
			: null;
	if (day === null || !isDay(day)) return { fault: '不是日期，请写成 2027-06-30 这样' };
	return day < EARLIEST || day > LATEST ? { fault: `${day} 不在 1950 至 2099 年之间` } : { value: day };
}

const BY_LABEL = new Map<string, Role>(
	(Object.entries(ROLES) as [Role, string][]).flatMap(([role, label]) => [
		[role, role],
		[label, role]
	])
);

/** One or several roles by label or key, each once. */
export function readRoles(text: string): Read<readonly Role[]> {
	const words = text.split(/[、,;/|+\s]+/u).filter((word) => word !== '');
	const unknown = words.find((word) => !BY_LABEL.has(word.toLowerCase()));
	if (unknown !== undefined) return { fault: `没有“${unknown}”，可写：${Object.values(ROLES).join('、')}` };
	return { value: [...new Set(words.map((word) => BY_LABEL.get(word.toLowerCase())!))] };
}
