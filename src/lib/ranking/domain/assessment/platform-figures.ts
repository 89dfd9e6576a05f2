import { type Day, addDays } from '#lib/shared/time.ts';
import { dayAfter, monthsOf } from '../awards/award-cycle.ts';
import type { UnitStanding } from '../board.ts';
import type { Figures } from './formula.ts';
import type { Period, PlatformFigure } from './scheme.ts';

/** What the rooms say, as it is needed here; months are `2026-10`. */
export interface Records {
	readonly today: Day;
	/** The units of each month that has a board. */
	readonly boards: ReadonlyMap<string, readonly UnitStanding[]>;
	readonly officers: readonly RosterRow[];
	readonly marks: readonly {
		readonly unitId: string;
		readonly month: string;
		readonly sum: number;
		readonly count: number;
	}[];
	readonly credited: readonly { readonly unitId: string; readonly officerId: string; readonly month: string }[];
}

export interface RosterRow {
	readonly id: string;
	readonly unitId: string;
	readonly joinedOn: Day;
	readonly certificateExpiresOn: Day | null;
}

/** The figures that the platform has of a unit in a period; null = it has no record of that time. */
export function platformFigures(
	records: Records,
	figure: PlatformFigure,
	{ unitId, period }: { readonly unitId: string; readonly period: Period }
): Figures | null {
	const own = { unitId, months: monthsOf(period).filter((month) => month <= records.today.slice(0, 7)) };
	if (own.months.length === 0) return null;
	switch (figure) {
		case 'board-mean':
			return boardMean(records, own);
		case 'board-participation':
			return participation(records, own);
		case 'drafting-mean':
			return draftingMean(records, own);
		case 'certificates':
			return certificates(records, { unitId, period });
		case 'commentary':
			return commentary(records, own);
	}
}

interface Own {
	readonly unitId: string;
	readonly months: readonly string[];
}

/** The unit's row of each month that has a board at all; a unit without a row had nobody in it. */
const standingsOf = ({ boards }: Records, { unitId, months }: Own) =>
	months.flatMap((month) => {
		const board = boards.get(month);
		if (!board || board.length === 0) return [];
		const row = board.find((one) => one.unitId === unitId);
		return [{ month, ranked: row?.ranked ?? 0, mean: row?.mean ?? 0 }];
	});

function boardMean(records: Records, own: Own): Figures | null {
	const rows = standingsOf(records, own);
	if (rows.length === 0) return null;
	const count = rows.reduce((sum, { ranked }) => sum + ranked, 0);
	const sum = rows.reduce((all, { ranked, mean }) => all + ranked * mean, 0);
	return { mean: count === 0 ? 0 : Math.round(sum / count), count };
}

const rosterOn = ({ officers }: Records, unitId: string, day: Day) =>
	officers.filter((one) => one.unitId === unitId && one.joinedOn <= day);

/** Who was ranked counts as there, also when the register has moved them on since. */
function participation(records: Records, own: Own): Figures | null {
	const rows = standingsOf(records, own);
	if (rows.length === 0) return null;
	const part = rows.reduce((sum, { ranked }) => sum + ranked, 0);
	const whole = rows.reduce((sum, { month, ranked }) => {
		return sum + Math.max(ranked, rosterOn(records, own.unitId, addDays(dayAfter(month), -1)).length);
	}, 0);
	return { part, whole };
}

function draftingMean({ marks }: Records, { unitId, months }: Own): Figures {
	const rows = marks.filter((one) => one.unitId === unitId && months.includes(one.month));
	const count = rows.reduce((sum, one) => sum + one.count, 0);
	const sum = rows.reduce((all, one) => all + one.sum, 0);
	return { mean: count === 0 ? 0 : Math.round(sum / count), count };
}

/** On the last day of the period, or today while it runs. */
function certificates(
	records: Records,
	{ unitId, period }: { readonly unitId: string; readonly period: Period }
): Figures {
	const last = addDays(dayAfter(period), -1);
	const day = last < records.today ? last : records.today;
	const roster = rosterOn(records, unitId, day);
	const valid = roster.filter(({ certificateExpiresOn: until }) => until !== null && until >= day);
	return { part: valid.length, whole: roster.length };
}

function commentary(records: Records, { unitId, months }: Own): Figures {
	const rows = records.credited.filter((one) => one.unitId === unitId && months.includes(one.month));
	const part = new Set(rows.map(({ officerId }) => officerId)).size;
	const day = addDays(dayAfter(months.at(-1)!), -1);
	return { part, whole: Math.max(part, rosterOn(records, unitId, day).length) };
}
