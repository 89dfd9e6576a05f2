import type { Course, StageVisit } from './hearing.ts';
import { seatById } from './hearing.ts';
import { type Procedure, type StageRule, stageById } from './procedure.ts';
import { type Party, partyOf } from './role.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

export interface Clock {
	readonly usedMs: number;
	/** Null = no limit of its own. */
	readonly limitMs: number | null;
	readonly leftMs: number | null;
	readonly isRunning: boolean;
	/** The last seconds: the bell has rung. */
	readonly isWarning: boolean;
	readonly isOver: boolean;
}

export interface Clocks {
	readonly isPaused: boolean;
	readonly stage: Clock | null;
	readonly parties: Readonly<Partial<Record<Party, Clock>>>;
}

/** Milliseconds used by a clock that may be running. */
export const usedBy = (clock: { readonly runningSince: number | null; readonly usedMs: number }, at: number): number =>
	clock.usedMs + (clock.runningSince === null ? 0 : Math.max(0, at - clock.runningSince));

/** The party whose seat has the floor. */
export const speakingParty = (course: Course): Party | null =>
	course.floor ? partyOf(seatById({ course }, course.floor.seatId)) : null;

/** Speaking time of a party in this stage, the running turn included. */
export function spokenBy(course: Course, party: Party, at: number): number {
	const over = course.stage?.spoken[party] ?? 0;
	return speakingParty(course) === party ? over + usedBy(course.floor!, at) : over;
}

const extensionFor = (visit: StageVisit, party: Party | null): number =>
	visit.extensions.filter((one) => one.party === party).reduce((sum, { ms }) => sum + ms, 0);

/** What a party may speak in this stage, with its extensions; null = no limit. */
export function limitOf(rule: StageRule, visit: StageVisit, party: Party): number | null {
	const minutes = rule.perParty[party];
	return minutes === undefined ? null : minutes * MINUTE_MS + extensionFor(visit, party);
}

/** All clocks at an instant: a function of the log and the time, nothing ticks. @param at ms of the server's clock */
export function clocksAt(course: Course, procedure: Procedure, at: number): Clocks {
	const visit = course.stage;
	const rule = visit ? stageById(procedure, visit.id) : null;
	const isPaused = course.pause !== null;
	if (!visit || !rule) return { isPaused, stage: null, parties: {} };
	const bellMs = procedure.bellSeconds * SECOND_MS;
	const read = (usedMs: number, limitMs: number | null, isRunning: boolean): Clock => {
		const leftMs = limitMs === null ? null : limitMs - usedMs;
		const isOver = leftMs !== null && leftMs < 0;
		return { usedMs, limitMs, leftMs, isRunning, isWarning: leftMs !== null && !isOver && leftMs <= bellMs, isOver };
	};
	const whole = rule.minutes === null ? null : rule.minutes * MINUTE_MS + sumOfExtensions(visit);
	const speaking = speakingParty(course);
	const parties = rule.order.map((party) => {
		const isRunning = speaking === party && course.floor?.runningSince !== null;
		return [party, read(spokenBy(course, party, at), limitOf(rule, visit, party), isRunning)] as const;
	});
	return {
		isPaused,
		stage: read(usedBy(visit, at), whole, visit.runningSince !== null),
		parties: Object.fromEntries(parties)
	};
}

/** What a side is granted lengthens the stage as well. */
const sumOfExtensions = (visit: StageVisit): number => visit.extensions.reduce((sum, { ms }) => sum + ms, 0);
