import type { HearingEvent, Viewer } from './event.ts';
import { sees } from './event.ts';
import { type Hearing, NO_COURSE, NO_COURT, NO_DOCKET, NO_SECRETS } from './hearing.ts';
import type { HearingFrame } from './case-file.ts';
import { type Seat, partyOf, isJudge } from './role.ts';

/** As whom a seat looks at the hearing; nobody's seat = the public. */
export function viewerOf(hearing: Pick<Hearing, 'course'>, seat: Seat | null): Viewer {
	if (!seat || seat.presence === 'removed') return 'public';
	if (seat.role === 'witness') return hasTestified(hearing, seat) ? 'room' : 'waiting';
	if (seat.presence === 'recused') return 'room';
	if (isJudge(seat.role)) return 'panel';
	return partyOf(seat) ?? 'room';
}

/** A witness hears nothing of the hearing before testifying. */
const hasTestified = ({ course }: Pick<Hearing, 'course'>, seat: Seat): boolean =>
	course.calls.some(({ seatId, state }) => seatId === seat.id && (state === 'granted' || state === 'done'));

/**
 * The only way out: what a viewer may know of a hearing. It is a hearing itself, and every event that the viewer sees may
 * be applied to it – `viewFor(apply(h, e))` is `apply(viewFor(h), e)`, and of the other events nothing is left but `seq`.
 */
export function viewFor(hearing: Hearing, viewer: Viewer): Hearing {
	const secretOf = (whose: keyof Hearing['secrets']) => (sees(viewer, whose) ? hearing.secrets[whose] : NO_SECRETS);
	return {
		seq: hearing.seq,
		course: sees(viewer, 'all') ? hearing.course : NO_COURSE,
		court: sees(viewer, 'open') ? hearing.court : NO_COURT,
		docket: sees(viewer, 'room') ? hearing.docket : NO_DOCKET,
		secrets: {
			plaintiff: secretOf('plaintiff'),
			defendant: secretOf('defendant'),
			third: secretOf('third'),
			panel: secretOf('panel')
		}
	};
}

/** The events of a log that reach a viewer. */
export const eventsFor = (events: readonly HearingEvent[], viewer: Viewer): HearingEvent[] =>
	events.filter(({ to }) => sees(viewer, to));

/** The frame as a viewer may know it: whoever does not sit in court knows of a case its title. Exhibits come with their events. */
export function frameFor(frame: HearingFrame, viewer: Viewer): HearingFrame {
	return sees(viewer, 'room') ? frame : { ...frame, file: { ...frame.file, exhibits: [] } };
}
