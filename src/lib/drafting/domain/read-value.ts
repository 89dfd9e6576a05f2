import { parseMoney, yuanOf } from '#lib/shared/money.ts';
import { isDay, isMoment } from '#lib/shared/time.ts';
import { SCALARS, type Scalar } from './shape.ts';

/** A list of texts is read item by item. */
export type Single = Exclude<Scalar, 'strings'>;

/**
 * Drafts come in as texts, read by the type of their field: `cert_no: 0371001` keeps its zero and an identity number its
 * eighteenth digit, whatever YAML or JSON would make of them.
 */
type Reading = (text: string) => { readonly value: unknown } | null;

const FIGURE = /^\d+(\.\d+)?([eE]\+?\d+)?$/;
const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false, 是: true, 否: false };

/** Beyond it nothing is counted or paid, and sums in fen would no longer be exact. */
const LARGEST = 1e12;

const readNumber = (text: string) => (Number(text) <= LARGEST ? { value: Number(text) } : null);
const readFigure: Reading = (text) => (FIGURE.test(text) ? readNumber(text) : null);
const readTime: Reading = (text) => {
	const plain = text.replace(/^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:00)?$/, '$1T$2');
	return isDay(plain) || isMoment(plain) ? { value: plain } : null;
};
const readText: Reading = (value) => ({ value });

const READINGS: Readonly<Record<Single, Reading>> = {
	...{ string: readText, text: readText, 'upper-money': readText },
	// A rule compares a day with a minute as days, so either form is readable in both kinds of field.
	...{ date: readTime, datetime: readTime },
	int: (text) => (/^\d+(\.0+)?$/.test(text) ? readNumber(text) : null),
	number: readFigure,
	money: (text) => {
		const fen = FIGURE.test(text) ? null : parseMoney(text);
		return fen === null ? readFigure(text) : { value: yuanOf(fen) };
	},
	bool: (text) => (Object.hasOwn(FLAGS, text.toLowerCase()) ? { value: FLAGS[text.toLowerCase()] } : null)
};

/** What counts as left empty where a text stands. */
export const BLANK = /^(~|null)?$/i;

/** What a single value should look like, in words. */
export const wantedOf = (scalar: Single) => `应为${SCALARS[scalar]}`;

/**
 * Reads one text by its type; the blanks round it do not count.
 * @returns the value, undefined when it was left empty, or the sentence that says why it cannot be read
 */
export function readSingle(scalar: Single, typed: string): { readonly value: unknown } | { readonly fault: string } {
	const text = typed.trim();
	if (BLANK.test(text)) return { value: undefined };
	return READINGS[scalar](text) ?? { fault: `读不出“${text}”：${wantedOf(scalar)}` };
}
