import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { secondPersons } from '../../domain/duties.ts';
import { mayRun, mayRunSomewhere } from '../../domain/permissions.ts';
import { ROLES } from '../../domain/roles.ts';
import { selectDecidedRequests, selectOpenRequests } from '../repository/duty-requests.server.ts';
import { selectDutyHolders } from '../repository/grants.server.ts';
import { NotAllowed } from './authorise.server.ts';
import { showRequest } from './read-person.server.ts';

const MOST_DECIDED = 50;

function authoriseSomewhere(ctx: Ctx): SignedIn {
	const { actor } = ctx;
	if (!actor) throw new NotAllowed('identity.confirmDuties', false);
	if (!mayRunSomewhere(actor, 'identity.confirmDuties')) throw new NotAllowed('identity.confirmDuties', true);
	return { ...ctx, actor };
}

/** Requests about separated duties of the actor's units: which the actor decides, which wait for whom, and what became of others. */
export async function readDutyRequests(ctx: Ctx) {
	const me = authoriseSomewhere(ctx);
	const isMine = ({ unitPath }: { unitPath: string }) => mayRun(me.actor, 'identity.confirmDuties', { unitPath });
	const open = (await selectOpenRequests(me.db)).filter(isMine);
	const decided = (await selectDecidedRequests(me.db, MOST_DECIDED)).filter(isMine);
	const waiting = await Promise.all(
		open.map(async (one) => {
			const holders = await selectDutyHolders(me.db, one.unitPath, dayOf(ctx.now));
			const second = secondPersons(holders, one.request);
			const names = holders.filter(
				({ personId, role }) => role === second?.role && second.personIds.includes(personId)
			);
			return {
				...showRequest(one, ctx.now),
				isOwn: one.request.requestedBy === me.actor.personId,
				mayDecide: second?.personIds.includes(me.actor.personId) ?? false,
				waitsFor: second && `${ROLES[second.role]}${names.map(({ name }) => name).join('、')}`
			};
		})
	);
	const isOpen = (one: { isOpen: boolean }) => one.isOpen;
	const expired = waiting.filter((one) => !one.isOpen);
	return { open: waiting.filter(isOpen), decided: [...expired, ...decided.map((one) => showRequest(one, ctx.now))] };
}
export type DutyPage = Awaited<ReturnType<typeof readDutyRequests>>;

/** How many requests wait for the actor. */
export async function countDutiesToDecide(ctx: Ctx): Promise<number> {
	return (await readDutyRequests(ctx)).open.filter(({ mayDecide }) => mayDecide).length;
}
