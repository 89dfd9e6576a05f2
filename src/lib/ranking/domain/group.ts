import { type Day, addMonths } from '#lib/shared/time.ts';

/** Who is compared with whom, beside the board of all. */
export const GROUPS = { office: '局和大队', town: '镇街', newcomer: '新进人员' } as const;
export type Group = keyof typeof GROUPS;

export function isGroup(text: string): text is Group {
	return Object.hasOwn(GROUPS, text);
}

/** So long somebody counts as new; ours, no superior norm gives it. */
export const NEWCOMER_MONTHS = 6;

export interface Member {
	/** Null when nothing is known of the person any more. */
	readonly joinedOn: Day | null;
	/** Of the unit that the points belong to. */
	readonly isTown: boolean;
}

/** The group of an officer in a cycle that begins on a day: it does not change while the cycle runs. */
export function groupOf({ joinedOn, isTown }: Member, from: Day): Group {
	if (joinedOn !== null && addMonths(joinedOn, NEWCOMER_MONTHS) > from) return 'newcomer';
	return isTown ? 'town' : 'office';
}

interface Ranked {
	readonly rank: number | null;
}

/** Places among some rows of a board that is in order; whoever shares a place on the board shares it here. */
export function rankWithin<Row extends Ranked>(rows: readonly Row[]): (Row & { readonly place: number | null })[] {
	let place = 0;
	return rows.map((row, at) => {
		if (row.rank !== rows[at - 1]?.rank) place = at + 1;
		return { ...row, place: row.rank === null ? null : place };
	});
}

/** So many ranked rows above one's own and as many below are the neighbours. */
export const NEIGHBOURS = 3;
