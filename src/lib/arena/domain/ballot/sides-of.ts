import { SIDES, type Side } from '../bundle/side.ts';
import type { HearingFrame } from '../hearing/case-file.ts';
import { type Hearing, partiesPresent } from '../hearing/hearing.ts';
import { roleName } from '../hearing/procedure.ts';

/** Who is measured against whom in a hearing. */
export interface MatchSides {
	readonly contested: readonly Side[];
	/** A team that was ruled absent and did not come back: 0 points, while the other side proves its case alone (our rule). */
	readonly away: readonly Side[];
	readonly names: Readonly<Record<Side, string>>;
}

/** The sides of a procedure as they appeared. */
export function sidesOf({ hearing, frame }: { readonly hearing: Hearing; readonly frame: HearingFrame }): MatchSides {
	const here = partiesPresent(hearing);
	const contested = (Object.keys(SIDES) as Side[]).filter((side) => frame.procedure.roles[side]);
	return {
		contested,
		away: contested.filter((side) => hearing.course.absences[side] !== undefined && !here.includes(side)),
		names: { plaintiff: roleName(frame.procedure, 'plaintiff'), defendant: roleName(frame.procedure, 'defendant') }
	};
}
