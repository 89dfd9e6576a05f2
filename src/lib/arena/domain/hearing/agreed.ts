import { type Exhibit, type HearingFrame, exhibitById } from './case-file.ts';
import { type Hearing, examinedOf, partiesPresent } from './hearing.ts';
import type { Party } from './role.ts';

/** Parties that could have something against an exhibit: everybody but whoever files it, as far as they have a bench. */
export function opponentsOf({ course }: Hearing, side: Party): Party[] {
	const roles = new Set<string>(course.seats.filter(({ presence }) => presence !== 'recused').map(({ role }) => role));
	return (['plaintiff', 'defendant', 'third'] as const).filter((party) => party !== side && roles.has(party));
}

/** Whether everybody else agreed to an exhibit in the exchange: it needs no examination (R6). */
export function isAgreed(hearing: Hearing, frame: HearingFrame, exhibitId: string): boolean {
	const exhibit = exhibitById(frame, exhibitId);
	const filed = hearing.docket.filed[exhibitId];
	if (!exhibit || !filed) return false;
	const opponents = opponentsOf(hearing, exhibit.side);
	return opponents.length > 0 && opponents.every((party) => filed.stands[party]?.accepts === true);
}

/** Whether it was shown and somebody on the other side has said what there is to say, as far as anybody is there to say it. */
export function isExamined(hearing: Hearing, { id, side }: Exhibit): boolean {
	const { offered, oppositions } = examinedOf(hearing, id);
	if (offered === null) return false;
	const here = partiesPresent(hearing);
	return oppositions.length > 0 || opponentsOf(hearing, side).every((party) => !here.includes(party));
}
