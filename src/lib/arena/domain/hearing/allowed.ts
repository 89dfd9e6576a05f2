import type { Act } from './act.ts';
import { MACHINERY } from './event.ts';
import type { Hearing } from './hearing.ts';
import { type StageRule, isInCourt } from './procedure.ts';
import type { CourtRole, Seat } from './role.ts';

/** What a role may do in any stage; what belongs to one stage stands in the procedure. */
const ALWAYS: Readonly<Partial<Record<CourtRole, readonly Act[]>>> = {
	presiding: [
		...(['attend', 'rule-absence', 'advance', 'reopen', 'extend', 'pause', 'resume', 'rule-recusal'] as const),
		...(['rule-supplement', 'grant', 'take-back', 'rule-objection', 'warn', 'rule-call'] as const),
		...(['dismiss-witness', 'note-head', 'penalise', 'lift-penalty', 'remove', 'panel-note', 'recuse-self'] as const)
	],
	panel: ['panel-note', 'recuse-self'],
	clerk: ['attend'],
	referee: ['penalise'],
	plaintiff: ['team-note', 'draft'],
	defendant: ['team-note', 'draft'],
	third: ['team-note', 'draft']
};
const EVERYBODY: readonly Act[] = ['check-in', 'yield', 'withdraw-request'];
/** Whoever keeps the record, whatever the seat. */
const RECORDER: readonly Act[] = ['attend', 'say', 'correct-line'];
const MACHINES: Readonly<Record<keyof typeof MACHINERY, readonly Act[]>> = {
	timer: ['advance'],
	organiser: ['seat', 'advance', 'rule-recusal', 'publish']
};
/** What goes on while the hearing is paused. */
const WHILE_PAUSED: readonly Act[] = [
	...([
		'resume',
		'seat',
		'check-in',
		'attend',
		'take-over',
		'team-note',
		'draft',
		'panel-note',
		'correct-line'
	] as const),
	...(['rule-recusal', 'recuse-self', 'rule-absence', 'withdraw-request'] as const)
];

/** Whether a role may do something in a stage, by the procedure or always. */
export const mayInStage = (stage: StageRule, role: CourtRole, act: Act): boolean =>
	(stage.acts[role] ?? []).includes(act) || (ALWAYS[role] ?? []).includes(act) || EVERYBODY.includes(act);

export const goesOnWhilePaused = (act: Act): boolean => WHILE_PAUSED.includes(act);

export const isMachine = (by: string): by is keyof typeof MACHINERY => by in MACHINERY;

export const mayMachine = (by: keyof typeof MACHINERY, act: Act): boolean => MACHINES[by].includes(act);

/** Everybody who could keep the record if the clerk falls out: the hearing never stops for it. */
export const mayTakeRecord = (role: CourtRole): boolean => role === 'clerk' || role === 'presiding';

/** What a seat may do now, for its buttons: necessary, not sufficient – `decide` has the last word. */
export function actsOpenTo(hearing: Pick<Hearing, 'course'>, stage: StageRule | null, seat: Seat): Act[] {
	const { course } = hearing;
	if (course.published || seat.presence === 'recused' || seat.presence === 'removed') return [];
	const own = stage ? [...(stage.acts[seat.role] ?? []), ...(ALWAYS[seat.role] ?? [])] : (ALWAYS[seat.role] ?? []);
	const record = course.recorder === seat.id && stage && isInCourt(stage) ? RECORDER : [];
	const take = mayTakeRecord(seat.role) && course.recorder !== seat.id ? (['take-over'] as const) : [];
	const floor = course.floor?.seatId === seat.id;
	const acts = new Set<Act>([...own, ...EVERYBODY, ...record, ...take]);
	if (!floor) acts.delete('yield');
	return course.pause ? [...acts].filter(goesOnWhilePaused) : [...acts];
}
