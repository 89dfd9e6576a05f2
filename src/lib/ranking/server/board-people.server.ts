import { mayRun } from '#lib/identity/domain/permissions.ts';
import { readPeople, readTenures, readUnits } from '#lib/identity/server/use-cases/directory.server.ts';
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

/**
 * Names for the rows of boards. Whoever does not want to be named keeps place and total; name, unit and way to the entries are
 * there for the person and for those who train, supervise or audit the unit.
 * @param from first day of the cycle, on which groups are told apart
 */
export async function readNames(ctx: Ctx, ids: readonly string[], from: Day) {
	const [people, tenures, units, hidden] = await Promise.all([
		readPeople(ctx, ids),
		readTenures(ctx, ids),
		readUnits(ctx),
		readHiddenPeople(ctx, ids)
	]);
	const unitOf = new Map(units.map((unit) => [unit.id, unit]));
	const nameOf = ({ officerId, unitId }: { readonly officerId: string; readonly unitId: string }): Named => {
		const person = people.get(officerId);
		const unit = unitOf.get(unitId);
		const isMe = ctx.actor?.personId === officerId;
		const group = groupOf({ joinedOn: tenures.get(officerId) ?? null, isTown: unit?.kind === 'town' }, from);
		const subject = { personId: officerId, unitPath: person?.unitPath ?? '' };
		if (hidden.has(officerId) && !isMe && !mayRun(ctx.actor, 'ranking.readHidden', subject)) {
			return { officerId: '', name: '（不公开）', unitName: '', group, isMe };
		}
		return { officerId, name: person?.name ?? '（已离任）', unitName: unit?.name ?? '', group, isMe };
	};
	return { nameOf, unitName: (unitId: string) => unitOf.get(unitId)?.name ?? '（已撤销的单位）' };
}
