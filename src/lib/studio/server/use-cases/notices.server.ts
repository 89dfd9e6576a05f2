import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { horizonAt } from '#lib/notices/domain/horizon.ts';
import { NOTHING, type RoomNotices } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { waitingFor } from '../../domain/desk.ts';
import { ACTS } from '../../domain/workflow.ts';
import { selectOpenRows } from '../repository/desk.server.ts';
import { readStepsOfOthers } from '../repository/notices.server.ts';
import { personOf } from '../standing.server.ts';

/** Texts to review and own ones that came back, as the desk counts them; and what reviewers decided about own texts. */
export async function studioNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	if (!mayRun(actor, 'studio.readManuscripts')) return NOTHING;
	const [steps, open] = await Promise.all([
		readStepsOfOthers(db, [actor.personId, horizonAt(now).newsSince]),
		selectOpenRows(db)
	]);
	const waits = waitingFor(open, personOf(actor)).map(({ wait }) => wait);
	const reviews = waits.filter((wait) => wait === 'legal' || wait === 'internal').length;
	return {
		waiting: [
			{ kind: 'text-review', count: reviews, due: null },
			{ kind: 'text-returned', count: waits.length - reviews, due: null }
		],
		happened: steps.map(({ id, number, act, title, at }) => ({
			...{ kind: 'text-decided', about: `${id}/${number}`, at, title: `${title}：${ACTS[act].label}` }
		}))
	};
}
