import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';
import { formatDay, isDay } from '#lib/shared/time.ts';
import type { KnownDay, SoughtValues } from './known-values.ts';
import type { TextFinding } from './text-check.ts';

const MENTION = new RegExp(
	String.raw`(?:([${NUMERALS}]{2,4})年)?([${NUMERALS}]{1,3})月([${NUMERALS}]{1,3})日|(?<!\d)(20\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)`,
	'gu'
);
/** The dates of laws: 2021年6月10日修正. */
const OF_A_LAW = /^\s*(?:修正|修订|公布|通过|施行|起施行|发布|印发|起实施|实施)/u;

interface Mention {
	readonly year: number | null;
	readonly month: number;
	readonly day: number;
}

/** Days that do not exist, and days that look like a slip of one that the file knows. */
export function findDates(text: string, { days, realDays: known }: SoughtValues): TextFinding[] {
	const findings: TextFinding[] = [];
	for (const match of text.matchAll(MENTION)) {
		const { index, 0: found } = match;
		if (OF_A_LAW.test(text.slice(index + found.length))) continue;
		const mention = readMention(match);
		const at = { start: index, end: index + found.length };
		if (!mention || !exists(mention)) findings.push(told({ found, at }, `“${found}”：没有这一天`));
		else if (!known.some((one) => isThat(mention, one))) {
			const meant = known.find((one) => isSlip(mention, one))?.day;
			if (!meant) continue;
			const said = `${days.get(meant)!}是${formatDay(meant)}`;
			findings.push(told({ found, at }, `写的是“${found}”，${said}；确是另一天的，不用改`));
		}
	}
	return findings;
}

const told = ({ found, at }: Pick<TextFinding, 'found' | 'at'>, message: string): TextFinding => ({
	...{ fault: 'date', path: '', found, at, message },
	why: '日期决定程序先后和期限，前后不一时法院先看对当事人有利的那一个'
});

function readMention(match: RegExpMatchArray): Mention | null {
	const [, year, month, day, isoYear, isoMonth, isoDay] = match;
	const numbers = [year ?? isoYear, month ?? isoMonth, day ?? isoDay].map((text) =>
		text === undefined ? null : readNumber(text)
	);
	const [y, m, d] = numbers as [number | null, number | null, number | null];
	return m === null || d === null ? null : { year: y !== null && y < 100 ? 2000 + y : y, month: m, day: d };
}

const two = (value: number) => String(value).padStart(2, '0');
/** Without a year the 29th of February may exist. */
const exists = ({ year, month, day }: Mention) => isDay(`${year ?? 2024}-${two(month)}-${two(day)}`);

const isThat = ({ year, month, day }: Mention, known: KnownDay) =>
	day === known.date && month === known.month && (year === null || year === known.year);

/** Signs that are taken for each other on paper and on the keyboard. */
const CONFUSED = ['38', '17', '68', '06', '08', '56', '69', '35', '14'];

/** The year next to it, the month next to it, or a day with its digits exchanged or one taken for another. */
function isSlip({ year, month, day }: Mention, { year: y, month: m, date: d }: KnownDay): boolean {
	const sameYear = year === null || year === y;
	if (month === m && day === d) return Math.abs((year ?? y) - y) === 1;
	if (sameYear && day === d) return Math.abs(month - m) === 1;
	return sameYear && month === m && isSlipOfDigits(two(day), two(d));
}

function isSlipOfDigits(one: string, other: string): boolean {
	if (one[0] === other[1] && one[1] === other[0]) return true;
	const odd = [0, 1].filter((index) => one[index] !== other[index]);
	if (odd.length !== 1) return false;
	const pair = [one[odd[0]!], other[odd[0]!]].sort().join('');
	return CONFUSED.includes(pair);
}
