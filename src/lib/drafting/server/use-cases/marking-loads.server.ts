import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { dayOf, formatDay } from '#lib/shared/time.ts';
import { placesNeeded } from '../../domain/marking/places-needed.ts';
import { targetOf } from '../../domain/marking/working-day-target.ts';
import * as draws from '../repository/marking-draws.server.ts';
import { trainingTerms } from '../training-terms.server.ts';
import { MARKING_ROLES } from './assign-markers.server.ts';

export interface MarkingLoads {
	readonly markers: readonly {
		readonly id: string;
		readonly name: string;
		readonly open: number;
		readonly overdue: number;
		/** Of the last 30 days. */
		readonly given: number;
	}[];
	/** Documents for which somebody is still to be found: the task and the day, nothing about the author. */
	readonly unassigned: readonly { readonly title: string; readonly since: string; readonly missing: number }[];
}

const GIVEN_DAYS = 30;

/** How much each marker has, and what nobody has: for those who see to it that marking goes on. Null for everybody else. */
export async function readMarkingLoads(ctx: Ctx): Promise<MarkingLoads | null> {
	authorise(ctx, 'drafting.mark');
	if (!mayRun(ctx.actor, 'drafting.readMarkingFigures')) return null;
	const since = new Date(ctx.now.getTime() - GIVEN_DAYS * 86_400_000);
	const [holders, held, waiting] = await Promise.all([
		readHolders(ctx, MARKING_ROLES),
		draws.selectHeld(ctx.db, since),
		draws.selectUndecided(ctx.db)
	]);
	const { markingWorkdays } = trainingTerms();
	const isLate = (assignedAt: Date) => targetOf(dayOf(assignedAt), markingWorkdays, dayOf(ctx.now)).isOverdue;
	const markers = holders.map(({ id, name }) => {
		const own = held.filter(({ markerId }) => markerId === id);
		const open = own.filter(({ givenAt }) => givenAt === null);
		const overdue = open.filter(({ assignedAt }) => isLate(assignedAt)).length;
		return { id, name, open: open.length, overdue, given: own.length - open.length };
	});
	const unassigned = waiting.flatMap(({ title, submittedAt, limit, ...row }) => {
		const missing = placesNeeded({ ...row, limit: limit ?? 100 }).length;
		return missing === 0 ? [] : [{ title, since: formatDay(dayOf(submittedAt)), missing }];
	});
	return {
		markers: markers.sort((left, right) => right.overdue - left.overdue || right.open - left.open),
		unassigned
	};
}
