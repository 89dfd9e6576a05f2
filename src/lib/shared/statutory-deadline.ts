import { isYearKnown } from './calendar.ts';
import { type CountingRule, shortNameOf } from './counting-rules.ts';
import { type Deadline, UNITS, type Unit, formatLength, lastDayOf } from './deadline.ts';
import { type Day, type Moment, formatDay, formatWeekday } from './time.ts';

export interface Reason {
	readonly text: string;
	readonly source: string;
}

export interface StatutoryDeadline extends Omit<Deadline, 'unlistedYears'> {
	readonly unit: Unit;
	readonly rolls: boolean;
	readonly reasons: readonly Reason[];
	readonly warnings: readonly string[];
}

export interface Asked {
	readonly start: Moment;
	readonly length: number;
	/** `day` = the word 日 of the law. */
	readonly unit: Unit | 'day';
	readonly rule: CountingRule;
	/** Null = what the law or our policy says. */
	readonly rolls: boolean | null;
}

const POLICY = '本平台口径：保护当事人、供其行使权利的期限顺延，限制机关的期限不顺延';

/** A period as a law counts it, with the reason of each choice. */
export function deadlineUnder(asked: Asked): StatutoryDeadline {
	const { start, length, rule } = asked;
	const counted = chooseUnit(asked);
	const { unit } = counted;
	const roll = unit === 'workday' || unit === 'hour' ? null : chooseRoll(asked, unit);
	const { unlistedYears, ...deadline } = lastDayOf({ start, length, unit, rolls: roll?.rolls ?? false });
	const reasons = [
		startReason(asked, unit),
		...(counted.reason ? [counted.reason] : []),
		...(roll ? [roll.reason] : [])
	];
	if (deadline.skipped.length > 0) reasons.push(skipReason(deadline, unit));
	const years = unlistedYears.map(warnOfYear);
	if (roll?.rolls === false && !isYearKnown(deadline.lastDay)) years.push(noteYear(deadline.lastDay));
	const doubts = [...(rule.doubt ? [`${shortNameOf(rule)}：${rule.doubt}`] : []), ...(roll?.doubt ? [roll.doubt] : [])];
	return {
		...{ ...deadline, unit, rolls: roll?.rolls ?? false, reasons },
		warnings: [...doubts, ...years]
	};
}

/** What to say about a year of which only the weekends are known. */
export function warnOfYear(year: string): string {
	return `${year}年的放假安排没有收录，只按周末计算；以国务院办公厅的通知为准`;
}

const noteYear = (day: Day) =>
	`${day.slice(0, 4)}年的放假安排没有收录；这里按自然日计算且不顺延，最后一日不受影响，但没有核对它是不是休息日`;

function chooseUnit({ unit, length, rule }: Asked): { unit: Unit; reason: Reason | null } {
	if (unit === 'hour' || unit === 'month') return { unit, reason: null };
	if (unit !== 'day') return { unit, reason: { text: `指定按${UNITS[unit]}计算`, source: '输入' } };
	const { workdays, source } = rule;
	const isWorkdays =
		workdays !== null && ('upTo' in workdays ? length <= workdays.upTo : workdays.exactly.includes(length));
	const chosen = isWorkdays ? 'workday' : 'naturalday';
	return { unit: chosen, reason: { text: `${shortNameOf(rule)}的“${length}日”是${UNITS[chosen]}`, source } };
}

interface Roll {
	readonly rolls: boolean;
	readonly reason: Reason;
	readonly doubt?: string;
}

function chooseRoll({ rolls, rule, length }: Asked, unit: Unit): Roll {
	const say = (does: boolean) => (does ? '最后一日是休息日的，顺延到下一个工作日' : '最后一日是休息日也不顺延');
	if (rolls !== null) return { rolls, reason: { text: `指定：${say(rolls)}`, source: '输入' } };
	if (rule.rollSource !== null) return { rolls: true, reason: { text: say(true), source: rule.rollSource } };
	const known = rule.periods.find((period) => period.length === length && period.unit === unit);
	if (known) {
		const does = known.bearer === 'party';
		const text = `${shortNameOf(rule)}${known.article}（${known.what}）：${say(does)}`;
		return { rolls: does, reason: { text, source: POLICY } };
	}
	const doubt = `${shortNameOf(rule)}没有写最后一日是休息日怎么办；先按顺延计算，限制机关的期限请指定不顺延`;
	return { rolls: true, reason: { text: say(true), source: POLICY }, doubt };
}

function startReason({ start, length }: Asked, unit: Unit): Reason {
	const day = start.slice(0, 10);
	const clock = unit === 'hour' ? ` ${start.slice(11)}` : '';
	const isDays = unit !== 'hour';
	return {
		text: `${formatDay(day)}（${formatWeekday(day)}）${clock}是起算${isDays ? '日' : '时'}，不计入；向后数${formatLength(length, unit)}`,
		source: '民事诉讼法第八十五条、行政诉讼法解释第四十八条（开始的时和日不计算在内）'
	};
}

function skipReason({ skipped, lastDay }: Pick<Deadline, 'skipped' | 'lastDay'>, unit: Unit): Reason {
	const count = `${skipped.length}个休息日`;
	const text = unit === 'workday' ? `跳过${count}` : `最后一日遇休息日，越过${count}，顺延到${formatDay(lastDay)}`;
	return { text, source: '国务院办公厅放假安排' };
}
