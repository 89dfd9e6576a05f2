import { NUMERALS, readNumber } from '#lib/shared/read-number.ts';
import { type Day, isDay } from '#lib/shared/time.ts';

/** A date as laws write it, in any width: 2021年9月1日, ２０１３年１月１日, 一九九七年十月一日. Three groups. */
const DATE = `([${NUMERALS}]{4})\\s*年\\s*([${NUMERALS}]{1,3})\\s*月\\s*([${NUMERALS}]{1,3})\\s*日`;

function dayFrom(year: string, month: string, date: string): Day | null {
	const [y, m, d] = [year, month, date].map(readNumber);
	const day = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
	return isDay(day) ? day : null;
}

const ANYWHERE = new RegExp(DATE);

/** The first date of a line, or null. */
export function firstDay(line: string): Day | null {
	const match = ANYWHERE.exec(line);
	return match ? dayFrom(match[1]!, match[2]!, match[3]!) : null;
}

/** A pattern that contains `DATE` once, where the date stands: `datePattern('自DATE起施行')`. */
export const datePattern = (pattern: string) => new RegExp(pattern.replace('DATE', DATE), 'g');

/** Every date that a `datePattern` finds in a line. */
export function daysIn(pattern: RegExp, line: string): Day[] {
	return [...line.matchAll(pattern)].flatMap(([, year, month, date]) => dayFrom(year!, month!, date!) ?? []);
}
