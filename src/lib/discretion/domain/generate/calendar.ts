import { type Day, addDays } from '#lib/shared/time.ts';
import type { Dice } from './dice.ts';
import type { Calendar } from './plan.ts';

/** How a file went on after the inspection. */
export type Course = 'corrected' | 'open' | 'same' | 'defied';

const FIRST_DAY = '2026-01-12';
const DAYS = 240;
/** The last days on which the regulation of hazardous chemicals could still govern an act that was corrected. */
const OLD_LAW = { from: '2026-02-02', days: 60 } as const;
const NEW_LAW = { from: '2026-05-20', days: 110 } as const;

/** The day of an inspection; `law` before or after the change of the hazardous chemicals law, else any. */
export function inspectionDay(dice: Dice, law: 'old' | 'new' | null): Day {
	const span = law === 'old' ? OLD_LAW : law === 'new' ? NEW_LAW : { from: FIRST_DAY, days: DAYS };
	return addDays(span.from, dice.number(0, span.days));
}

/** Days in their order: inspection and order, deadline, re-inspection after it. */
export function calendarFor(inspected: Day, course: Course, dice: Dice): Calendar {
	const due = addDays(inspected, dice.number(5, 15));
	const day = addDays(due, dice.number(1, 3));
	return { inspected, due, again: course === 'open' ? null : { day, state: course } };
}

/** The decision comes when everything that the file tells has happened. */
export function decisionDay({ inspected, due, again }: Calendar, dice: Dice): Day {
	return addDays(again?.day ?? due ?? inspected, dice.number(10, 25));
}
