import type { Consequence, Situation } from './act-rule.ts';
import { limitOf, spokenBy } from './clock.ts';
import type { Hearing, StageVisit } from './hearing.ts';
import { overtimePoints } from './penalty.ts';
import type { Party } from './role.ts';

/**
 * Points that the parties owe for speaking beyond their time in this stage, less what they have been charged already.
 * Asked whenever a turn ends.
 */
export function duesOfTime({ hearing, frame, stage, at }: Situation): readonly Consequence[] {
	const visit = hearing.course.stage;
	if (!frame.procedure.hasPenalties || !visit || !stage?.isTimed) return [];
	return stage.order.flatMap((party) => {
		const limit = limitOf(stage, visit, party);
		if (limit === null) return [];
		const over = spokenBy(hearing.course, party, at) - limit;
		const points = overtimePoints(over) - chargedFor(hearing, visit, party);
		if (points <= 0) return [];
		const reason = `${stage.name}超时 ${Math.ceil(over / 1000)} 秒`;
		const detail = { party, seatId: null, kind: 'overtime' as const, points, rule: null, reason };
		return [{ act: 'penalise' as const, detail }];
	});
}

/** A penalty that was lifted has been charged all the same: it is not owed again. */
function chargedFor({ court }: Hearing, visit: StageVisit, party: Party): number {
	return court.penalties
		.filter((one) => one.kind === 'overtime' && one.party === party)
		.filter(({ id, stage }) => id > visit.since && stage === visit.id)
		.reduce((sum, { points }) => sum + points, 0);
}
