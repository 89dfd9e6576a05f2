import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readPeople, readUnitsBy } from '#lib/identity/server/use-cases/directory.server.ts';
import { readHiddenPeople } from '#lib/own/server/use-cases/visibility.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { type Group, groupOf } from '../domain/group.ts';

/** Who stands in a row of a board, as whoever asks may see it. */
export interface Named {
	/** '' = not named to whoever asks: the row leads nowhere. */
	readonly officerId: string;
	readonly name: string;
	readonly unitName: string;
	readonly group: Group;
	readonly isMe: boolean;
}

/** Whose row it is, and the unit that the person belonged to then. */
interface Row {
	readonly officerId: string;
	readonly unitId: string;
}

/**
 * Names for the rows of boards. Whoever does not want to be named keeps place and total; name, unit and way to the entries are
 * there for the person and for those who train, supervise or audit the unit.
 * @param from first day of the cycle, on which groups are told apart
 */
export async function readNames(ctx: Ctx, rows: readonly Row[], from: Day): Promise<(row: Row) => Named> {
	const ids = [...new Set(rows.map(({ officerId }) => officerId))];
	const [people, units, hidden] = await Promise.all([
		readPeople(ctx, ids),
		readUnitsBy(ctx, [...new Set(rows.map(({ unitId }) => unitId))]),
		readHiddenPeople(ctx, ids)
	]);
	return ({ officerId, unitId }) => {
		const person = people.get(officerId);
		const unit = units.get(unitId);
		const isMe = ctx.actor?.personId === officerId;
		const group = groupOf({ joinedOn: person?.joinedOn ?? null, isTown: unit?.kind === 'town' }, from);
		const subject = { personId: officerId, unitPath: person?.unitPath ?? '' };
		if (hidden.has(officerId) && !isMe && !mayRun(ctx.actor, 'ranking.readHidden', subject)) {
			return { officerId: '', name: '（不公开）', unitName: '', group, isMe };
		}
		return { officerId, name: person?.name ?? '（已离任）', unitName: unit?.name ?? '', group, isMe };
	};
}

/** Units that stand on a board themselves, with their names. */
export async function nameUnits<Unit extends { readonly unitId: string }>(ctx: Ctx, standings: readonly Unit[]) {
	const known = await readUnitsBy(
		ctx,
		standings.map(({ unitId }) => unitId)
	);
	return standings.map((one) => ({ ...one, name: known.get(one.unitId)?.name ?? '（已撤销的单位）' }));
}
