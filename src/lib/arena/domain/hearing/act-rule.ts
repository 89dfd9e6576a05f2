import type { Act, Detail } from './act.ts';
import type { HearingFrame } from './case-file.ts';
import type { HearingEvent, Signatory } from './event.ts';
import type { Course, Court, Docket, Hearing, Private } from './hearing.ts';
import type { StageRule } from './procedure.ts';
import type { HearingRefusal } from './refusal.ts';
import type { Party, Seat } from './role.ts';

/** Before an act: the hearing, what is fixed about it, when it is, and who asks. */
export interface Situation {
	readonly hearing: Hearing;
	readonly frame: HearingFrame;
	/** Milliseconds of the server's clock. */
	readonly at: number;
	readonly by: Signatory;
	/** Null = the clock or the organiser. */
	readonly seat: Seat | null;
	/** Null = nothing has begun. */
	readonly stage: StageRule | null;
}

/** An event that follows from another by rule, not by anybody's will; the clock signs it if nobody else does. */
export type Consequence = {
	[A in Act]: { readonly act: A; readonly detail: Detail<A>; readonly by?: Signatory };
}[Act];

/** Everything about one act in one place. */
export interface ActRule<A extends Act> {
	/** Why it may not happen now; null = it may. Whether the role may do it in this stage at all has been asked. */
	refuse(situation: Situation, detail: Detail<A>): HearingRefusal | null;
	/** What the engine adds to what was asked. */
	complete?(situation: Situation, detail: Detail<A>): Detail<A>;
	/** The state after it: of the event alone, so that a log replays without its frame. */
	apply(hearing: Hearing, event: HearingEvent<A>): Hearing;
	/** What follows from it. @param situation as it was before */
	follow?(situation: Situation, detail: Detail<A>): readonly Consequence[];
}
export type ActRules<A extends Act> = { readonly [Key in A]: ActRule<Key> };

export const inCourse = (hearing: Hearing, change: Partial<Course>): Hearing => ({
	...hearing,
	course: { ...hearing.course, ...change }
});
export const inOpenCourt = (hearing: Hearing, change: Partial<Court>): Hearing => ({
	...hearing,
	court: { ...hearing.court, ...change }
});
export const inDocket = (hearing: Hearing, change: Partial<Docket>): Hearing => ({
	...hearing,
	docket: { ...hearing.docket, ...change }
});
/** A change of what one bench, or the panel, keeps to itself. */
export function inSecret(hearing: Hearing, whose: Party | 'panel', change: Partial<Private>): Hearing {
	const changed = { ...hearing.secrets[whose], ...change };
	return { ...hearing, secrets: { ...hearing.secrets, [whose]: changed } };
}

export function withSeat(hearing: Hearing, seatId: string, change: Partial<Seat>): Hearing {
	const seats = hearing.course.seats.map((seat) => (seat.id === seatId ? { ...seat, ...change } : seat));
	return inCourse(hearing, { seats });
}
