import { inCourse, withSeat } from './act-rule.ts';
import { speakingParty, spokenBy } from './clock.ts';
import type { Course, Hearing, StageVisit } from './hearing.ts';
import type { Presence } from './role.ts';

/** The course after whoever speaks has ended: the turn counts for the party. */
export function closeTurn(course: Course, at: number): Course {
	const party = speakingParty(course);
	if (!course.floor || !course.stage || party === null) return { ...course, floor: null };
	const spoken = { ...course.stage.spoken, [party]: spokenBy(course, party, at) };
	const stage: StageVisit = { ...course.stage, spoken };
	return { ...course, stage, floor: null };
}

interface Leaving {
	readonly seatId: string;
	readonly presence: Presence;
	readonly at: number;
}

/** Somebody goes, with the floor if he has it, his request and the record if he keeps it: all of that can be taken over. */
export function leave(hearing: Hearing, { seatId, presence, at }: Leaving): Hearing {
	const { floor, requests, recorder } = hearing.course;
	const course = floor?.seatId === seatId ? closeTurn(hearing.course, at) : hearing.course;
	const without = {
		...course,
		requests: requests.filter((one) => one.seatId !== seatId),
		recorder: recorder === seatId ? null : recorder
	};
	return withSeat(inCourse(hearing, without), seatId, { presence });
}
