import { addDays, addHours, daysBetween } from '#lib/shared/time.ts';
import { dayAt, lastOf, onDay, shifted } from './break-dates.ts';
import { type Turns, spots } from './ground.ts';
import { type Change, set } from './place.ts';
import { textOf } from '../value.ts';

/** Times moved until they fit again, either side. */
export const TIME_MENDS: Turns<'date_cmp' | 'dates_all_le' | 'date_chain' | 'deadline'> = {
	date_cmp: ({ a, cmp, b }, ground) => {
		const [left, right] = [dayAt(a, ground), dayAt(b, ground)];
		if (!left || !right) return [];
		const apart = { '<': 1, '<=': 0, '==': 0, '>=': 0, '>': -1 }[cmp];
		const isHours = left.time.length > 10 && right.time.length > 10;
		const sameDay = isHours
			? [[set(right.spot, addHours(left.time, apart))], [set(left.spot, addHours(right.time, -apart))]]
			: [];
		return [
			...sameDay,
			[set(left.spot, onDay(left.time, addDays(right.day, -apart)))],
			[set(right.spot, onDay(right.time, addDays(left.day, apart)))]
		];
	},
	dates_all_le: ({ path, b }, ground) => {
		const until = dayAt(b, ground);
		if (!until) return [];
		const late = spots(path, ground).filter(({ value }) => textOf(value).slice(0, 10) > until.day);
		return [late.map((spot) => set(spot, onDay(textOf(spot.value), until.day)))];
	},
	date_chain: ({ paths }, ground) => {
		const present = paths.flatMap((path) => dayAt(path, ground) ?? []);
		const index = present.findIndex((one, at) => at > 0 && present[at - 1]!.day > one.day);
		if (index === -1) return [];
		const [before, after] = [present[index - 1]!, present[index]!];
		return [[set(before.spot, onDay(before.time, after.day))], [set(after.spot, onDay(after.time, before.day))]];
	},
	deadline: (check, ground) => {
		const [from, to, last] = [dayAt(check.start, ground), dayAt(check.end, ground), lastOf(check, ground)];
		if (!from || !to || !last) return [];
		const lastDay = last.slice(0, 10);
		const until = addDays(lastDay, check.mode === 'after' ? 1 : 0);
		const room = daysBetween(lastDay, to.day);
		// Working days are no calendar days: a few days more may be needed.
		const starts: Change[] = [0, 1, 2, 4, 8].map((more) => [
			set(from.spot, shifted(from.time, check.mode === 'within' ? room + more : room - 1 - more))
		]);
		return [[set(to.spot, onDay(to.time, until))], ...starts];
	}
};
