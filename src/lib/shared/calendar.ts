import { type Day, addDays, formatWeekday, weekdayOf } from './time.ts';

/**
 * The State Council's holiday arrangement, per year.
 * @law 国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）
 */
const HOLIDAYS: Record<string, readonly [from: string, to: string, name: string][]> = {
	'2026': [
		['2026-01-01', '2026-01-03', '元旦'],
		['2026-02-15', '2026-02-23', '春节'],
		['2026-04-04', '2026-04-06', '清明节'],
		['2026-05-01', '2026-05-05', '劳动节'],
		['2026-06-19', '2026-06-21', '端午节'],
		['2026-09-25', '2026-09-27', '中秋节'],
		['2026-10-01', '2026-10-07', '国庆节']
	]
};
const MAKEUP_WORKDAYS = new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);

/** One day of an imported notice: off, or worked instead of another. */
export interface NoticeDay {
	readonly day: Day;
	readonly works: boolean;
	/** The feast: 元旦. */
	readonly name: string;
}

/** What the office has imported, in place of the list above where both know a year. One per process (decision 0057). */
type Notices = ReadonlyMap<string, readonly NoticeDay[]>;
let imported: { readonly notices: Notices; readonly days: ReadonlyMap<Day, NoticeDay> } = {
	notices: new Map(),
	days: new Map()
};

/**
 * From now on days are counted by these notices as well. A notice may name days at the end of the year before.
 * @param notices by year, the whole of what is known beside the list in the program
 */
export function installHolidays(notices: Notices): void {
	const days = [...notices.values()].flat();
	imported = { notices, days: new Map(days.map((one) => [one.day, one])) };
	lastAsked = NOTHING_ASKED;
}

/** What was installed: for a page that counts in the browser, where it is installed again. */
export const installedHolidays = (): Notices => imported.notices;

/** Whether the holiday list of the day's year is loaded; without it only weekends are known and a page must say so. */
export function isYearKnown(day: Day): boolean {
	const year = day.slice(0, 4);
	return imported.notices.has(year) || year in HOLIDAYS;
}

/** Years whose list comes with the program. */
export const SHIPPED_YEARS: readonly string[] = Object.keys(HOLIDAYS);

/** Neither a weekend nor a listed holiday, or a listed make-up workday (调休上班). */
export function isWorkday(day: Day): boolean {
	return whyNotWorkday(day) === null;
}

/** `国庆节放假` or `星期六`; null when people work. A holiday is named before the weekend it falls on. */
export function whyNotWorkday(day: Day): string | null {
	const said = imported.days.get(day);
	if (said) return said.works ? null : `${said.name}放假`;
	if (!imported.notices.has(day.slice(0, 4))) {
		if (MAKEUP_WORKDAYS.has(day)) return null;
		const holiday = HOLIDAYS[day.slice(0, 4)]?.find(([from, to]) => from <= day && day <= to);
		if (holiday) return `${holiday[2]}放假`;
	}
	return weekdayOf(day) > 5 ? formatWeekday(day) : null;
}

/** The `count` working days up to and including `last` (oldest first). */
export function workdaysUpTo(last: Day, count: number): readonly Day[] {
	// Every officer asks for the same days all day long.
	const asked = `${last}/${count}`;
	if (lastAsked.asked !== asked) lastAsked = { asked, days: countBack(last, count) };
	return lastAsked.days;
}

const NOTHING_ASKED: { asked: string; days: readonly Day[] } = { asked: '', days: [] };
let lastAsked = NOTHING_ASKED;

function countBack(last: Day, count: number): readonly Day[] {
	const days: Day[] = [];
	for (let day = last; days.length < count; day = addDays(day, -1)) {
		if (isWorkday(day)) days.unshift(day);
	}
	return days;
}
