import { formatLength, lastDayOf } from '#lib/shared/deadline.ts';
import { isDay, isMoment } from '#lib/shared/time.ts';
import type { FieldPeriod } from '../../domain/field-periods.ts';

const WORDS = { within: '不晚于', after: '要晚于', not_before: '不早于' } as const;

/** The last days of periods that run from a day or minute; nothing as long as it cannot be read. */
export function countPeriods(periods: readonly FieldPeriod[], start: string) {
	const isMinute = isMoment(start);
	if (!isMinute && !isDay(start)) return [];
	return periods
		.filter(({ unit }) => unit !== 'hour' || isMinute)
		.map(({ rule, ends, length, unit, rolls, mode }) => {
			const { lastDay, end } = lastDayOf({ start, length, unit, rolls });
			const clock = end ? ` ${end.slice(11)}` : '';
			return { rule, ends, words: WORDS[mode], last: lastDay, clock, length: formatLength(length, unit) };
		});
}
