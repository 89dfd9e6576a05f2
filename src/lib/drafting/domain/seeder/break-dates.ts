import { lastDayOf } from '#lib/shared/deadline.ts';
import { addDays, addHours, daysBetween } from '#lib/shared/time.ts';
import type { Comparison, DeadlineCheck } from '../check.ts';
import type { Path } from '../path.ts';
import { textOf } from '../value.ts';
import { type Ground, type Turns, between, figureOf, spotAt, spots, turned } from './ground.ts';
import { type Change, type Spot, set } from './place.ts';

const dayIn = (time: string) => time.slice(0, 10);
const timeAt = (spot: Spot) => textOf(spot.value);

/** Another day at the same hour. */
export const onDay = (time: string, day: string) => `${day}${time.slice(10)}`;
export const shifted = (time: string, days: number) => onDay(time, addDays(dayIn(time), days));

/** By how many days a time comes to stand wrong of another, slightly. */
function wrongDays(cmp: Comparison, { random }: Ground): readonly number[] {
	const few = between(1, 5, random);
	return { '<': [few, 0], '<=': [few, 1], '>': [-few, 0], '>=': [-few, -1], '==': [few, -few] }[cmp];
}

const TURNED_ROUND: Record<Comparison, Comparison> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==' };

/** One time moved so that it stands wrong of the other. */
const moved = (spot: Spot, other: Spot, days: readonly number[]): Change[] =>
	days.map((count) => [set(spot, onDay(timeAt(spot), addDays(dayIn(timeAt(other)), count)))]);

export const DATES: Turns<'date_cmp' | 'dates_all_le' | 'date_chain' | 'deadline' | 'no_overlap'> = {
	date_cmp: ({ a, cmp, b }, ground) => {
		const [left, right] = [spotAt(a, ground), spotAt(b, ground)];
		if (!left || !right) return [];
		const isSameDay = timeAt(left).length > 10 && timeAt(right).length > 10 && cmp !== '==';
		const swapped = isSameDay ? [[set(left, right.value), set(right, left.value)]] : [];
		const own = moved(left, right, wrongDays(cmp, ground));
		return [...swapped, ...own, ...moved(right, left, wrongDays(TURNED_ROUND[cmp], ground))];
	},
	dates_all_le: ({ path, b }, ground) => {
		const until = spotAt(b, ground);
		const days = wrongDays('<=', ground);
		return until ? turned(spots(path, ground), ground.random).flatMap((spot) => moved(spot, until, days)) : [];
	},
	date_chain: ({ paths }, ground) => {
		const present = paths.flatMap((path) => spotAt(path, ground) ?? []);
		const pairs = present.slice(1).map((spot, index) => [present[index]!, spot] as const);
		return turned(pairs, ground.random).flatMap(([before, after]) => [
			...moved(after, before, wrongDays('>=', ground)),
			...moved(before, after, wrongDays('<=', ground))
		]);
	},
	deadline: breakDeadline,
	no_overlap: ({ start, end, others }, ground) => {
		const [from, to] = [spotAt(start, ground), spotAt(end, ground)];
		if (!from || !to) return [];
		return spots(others, ground)
			.flatMap(({ value }) => value as { start_at?: string; end_at?: string }[])
			.flatMap(({ start_at, end_at }) => [
				...(start_at ? [[set(to, minutesLater(start_at, 20))]] : []),
				...(end_at ? [[set(from, minutesLater(end_at, -20))]] : [])
			]);
	}
};

const minutesLater = (moment: string, minutes: number) => addHours(moment, minutes / 60);

/** The last day or minute of a period. */
export function lastOf({ start, unit, n, rollover }: DeadlineCheck, ground: Ground): string | null {
	const from = spotAt(start, ground);
	if (!from) return null;
	const length = figureOf(n, ground);
	const { lastDay, end } = lastDayOf({ start: timeAt(from), length, unit, rolls: rollover ?? true });
	return end ?? lastDay;
}

function breakDeadline(check: DeadlineCheck, ground: Ground): Change[] {
	const [from, to, last] = [spotAt(check.start, ground), spotAt(check.end, ground), lastOf(check, ground)];
	if (!from || !to || !last) return [];
	const few = between(1, 4, ground.random);
	if (check.unit === 'hour') return [[set(to, addHours(last, few))]];
	const end = timeAt(to);
	const days = { within: [few, 1, 10, 30], after: [-few, -1, 0], not_before: [-few, -1] }[check.mode];
	const ends = days.map((count) => [set(to, onDay(end, addDays(dayIn(last), count)))]);
	const room = daysBetween(dayIn(end), dayIn(last));
	const starts =
		check.mode === 'within'
			? [room + few, room + 7].map((count) => [set(from, shifted(timeAt(from), -count))])
			: [few, 1, 0].map((count) => [set(from, onDay(timeAt(from), addDays(dayIn(end), -count)))]);
	// After months or years nobody is late by a day: the day from which they count was long ago.
	return check.unit === 'month' && check.mode === 'within' ? [...starts, ...ends] : [...ends, ...starts];
}

/** A path with its day, for those that mend. */
export const dayAt = (path: Path, ground: Ground) => {
	const spot = spotAt(path, ground);
	return spot ? { spot, time: timeAt(spot), day: dayIn(timeAt(spot)) } : null;
};
