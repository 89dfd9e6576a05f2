import type { NoticeDay } from '#lib/shared/calendar.ts';
import { type Day, addDays, daysBetween, formatWeekday, isDay, weekdayOf } from '#lib/shared/time.ts';

/** What is wrong with a line of the table. Lines count from 1. */
export interface LineFault {
	readonly line: number;
	readonly text: string;
	readonly message: string;
}

export interface HolidayTable {
	/** By day. */
	readonly days: readonly NoticeDay[];
	readonly faults: readonly LineFault[];
	/** What is odd and may still be right. */
	readonly doubts: readonly string[];
}

/** The feasts of every notice since 2008. @law 全国年节及纪念日放假办法 第二条 */
const FEASTS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'];
/** Longest run of days in one line. */
const MOST_DAYS = 15;
const MOST_LINES = 200;

const OFF = /^(放假|休|休息|放假调休)$/;
const WORKS = /^(上班|班|调休上班|补班)$/;

/** `2027-02-05`, `2027/2/5`, `2027年2月5日` → the day, or null. */
function readDay(text: string): Day | null {
	const [, year, month, date] = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/.exec(text.trim()) ?? [];
	if (year === undefined) return null;
	const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
	return isDay(day) ? day : null;
}

/** A day, or from one to another: `2027-02-05至2027-02-11`. */
function readDays(text: string): Day[] | null {
	const [first, last = first] = text.split(/至|~|～|—|–/);
	const [from, to] = [readDay(first!), readDay(last!)];
	if (from === null || to === null) return null;
	const length = daysBetween(from, to);
	return length < 0 || length >= MOST_DAYS
		? null
		: Array.from({ length: length + 1 }, (_, more) => addDays(from, more));
}

/**
 * Reads a year's notice as a table: a line a day or run of days, with 放假 or 上班 and the feast, apart by comma, tab or blank;
 * a head line is passed over. Refused: what is no day, of another year (the last days of the year before may be named), said
 * twice in two ways, a working day declared one.
 */
export function readHolidayTable(year: string, text: string): HolidayTable {
	const known = new Map<Day, NoticeDay>();
	const faults: LineFault[] = [];
	const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
	const add = (line: number, message: string) =>
		faults.push({ line, text: lines[line - 1]!.trim().slice(0, 80), message });
	if (lines.length > MOST_LINES)
		return { days: [], faults: [{ line: 0, text: '', message: `最多 ${MOST_LINES} 行` }], doubts: [] };
	for (const [at, one] of lines.entries()) {
		const [when = '', what = '', name = ''] = one
			.split(/[,，;；\t]| {1,}/)
			.map((cell) => cell.trim().replace(/^"|"$/g, ''));
		if (when === '' || (at === 0 && !/\d/.test(when))) continue;
		const fault = take(known, { year, when, what, name });
		if (fault !== null) add(at + 1, fault);
	}
	const days = [...known.values()].sort((left, right) => (left.day < right.day ? -1 : 1));
	if (days.length === 0 && faults.length === 0) add(1, '没有读到一天');
	return { days, faults, doubts: faults.length === 0 ? doubtsOf(days) : [] };
}

interface Line {
	readonly year: string;
	readonly when: string;
	readonly what: string;
	readonly name: string;
}

/** @returns what is wrong with the line, or null */
function take(known: Map<Day, NoticeDay>, { year, when, what, name }: Line): string | null {
	const days = readDays(when);
	if (days === null) return `日期不能识别；写法是 ${year}-01-01，或者 ${year}-02-05至${year}-02-11`;
	const works = WORKS.test(what);
	if (!works && !OFF.test(what)) return '第二列写“放假”或“上班”';
	for (const day of days) {
		if (!day.startsWith(year) && !day.startsWith(`${Number(year) - 1}-12-`)) return `${day} 不是 ${year} 年的安排`;
		if (works && weekdayOf(day) <= 5) return `${day} 是${formatWeekday(day)}，本来就上班`;
		const said = known.get(day);
		if (said && said.works !== works) return `${day} 前面写过${said.works ? '上班' : '放假'}`;
		known.set(day, { day, works, name: name || '节假日' });
	}
	return null;
}

function doubtsOf(days: readonly NoticeDay[]): string[] {
	const off = days.filter(({ works }) => !works);
	const missing = FEASTS.filter((feast) => !off.some(({ name }) => name.includes(feast)));
	const worked = days.length - off.length;
	const weekdays = off.filter(({ day }) => weekdayOf(day) <= 5).length;
	return [
		...(missing.length > 0 ? [`没有写到：${missing.join('、')}`] : []),
		// Since 2025 there are thirteen days off by law; what is off beyond them on weekdays is worked on weekends.
		...(weekdays - worked > 13 ? [`工作日放假 ${weekdays} 天，周末上班 ${worked} 天：可能少写了上班的日子`] : [])
	];
}

/** The coming year when its notice should be there and is not: the State Council publishes it in early November. */
export function missingYear(today: Day, isKnown: (day: Day) => boolean): string | null {
	const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
	if (!isKnown(today)) return String(year);
	return month >= 11 && !isKnown(`${year + 1}-01-01`) ? String(year + 1) : null;
}
