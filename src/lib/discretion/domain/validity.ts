import { type Day, formatDay } from '#lib/shared/time.ts';
import type { Supersession } from './frame.ts';
import type { Provision } from './provision.ts';

export interface Validity {
	readonly state: 'in-force' | 'ended' | 'not-yet';
	/** Which acts the row governs, and why it ended. */
	readonly sentence: string;
}

/** Whether a day falls before, into or after the days of a row. */
export function stateOn({ from, to }: Provision['valid'], day: Day): Validity['state'] {
	return day < from ? 'not-yet' : to !== null && to < day ? 'ended' : 'in-force';
}

/**
 * Whether a row of the penalty table governs an act that ended on a day.
 * @law 行政处罚法 第三十七条
 */
export function validityOn(
	{ valid, penalty, validityNote }: Pick<Provision, 'valid' | 'penalty' | 'validityNote'>,
	day: Day,
	supersessions: readonly Supersession[]
): Validity {
	const { from, to } = valid;
	const state = stateOn(valid, day);
	const until = to === null ? '起终了的行为' : `起、${formatDay(to)}以前终了的行为`;
	const replaced = to === null ? undefined : supersessions.find(({ law }) => law === penalty.law);
	const why = replaced ? `自${formatDay(replaced.effective)}起由${replaced.replacedBy}取代：${replaced.rule}。` : '';
	const note = validityNote ? `（${validityNote.replace(/。$/, '')}）` : '';
	return { state, sentence: `适用于${formatDay(from)}${until}${note}。${why}` };
}
