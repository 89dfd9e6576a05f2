import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Cycle, boundsOf } from '../domain/cycle.ts';
import { homeOf, isLate, parseBody } from '../domain/entry.ts';
import type { Rule } from '../domain/rule.ts';
import { NOT_RANKED, scoreOf, standingKey } from '../domain/score.ts';
import { type Tally, settleEntry } from '../domain/tally.ts';
import { readNames } from './board-people.server.ts';
import * as boards from './repository/board.server.ts';
import { selectLate } from './repository/entry-stream.server.ts';

/**
 * What was corrected after a month was published, by officer: total and place as they stand on the board and as they would be.
 * The board stays; a correction counts in no other month either, so it is told here.
 */
export async function readLateCorrections(ctx: Ctx, cycle: Cycle, rule: Rule) {
	const { from, before } = boundsOf(cycle);
	const rows = await selectLate(ctx.db, cycle, before);
	const late = rows
		.map(({ body }) => parseBody(body))
		.filter((one) => isLate(one) && one.replaces !== undefined && homeOf(one.replaces) === cycle);
	const officers = [...new Set(late.map(({ officerId }) => officerId))];
	const found = await Promise.all(officers.map((officerId) => boards.selectPlace(ctx.db, cycle, officerId)));
	const places = found.filter((place) => place !== null);
	const nameOf = await readNames(ctx, places, from);
	const told = places.map(async (place) => {
		const own = late.filter((one) => one.officerId === place.officerId);
		const corrected = own.reduce<Tally>((sum, entry) => settleEntry(sum, entry, rule), place.tally);
		const [now, would] = [scoreOf(place.tally, rule), scoreOf(corrected, rule)];
		const key = standingKey(would, rule);
		const higher = await boards.countHigher(ctx.db, cycle, key);
		// The officer's own published row is no rival.
		const others = higher - (place.standing > key ? 1 : 0);
		return {
			...nameOf(place),
			count: own.length,
			...{ totalFrom: now.total, totalTo: would.total },
			rankFrom: place.standing === NOT_RANKED ? null : place.higher + 1,
			rankTo: key === NOT_RANKED ? null : others + 1
		};
	});
	return Promise.all(told);
}
