import { horizonAt } from '#lib/notices/domain/horizon.ts';
import type { RoomNotices } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { mayRun, mayRunSomewhere } from '../../domain/permissions.ts';
import { ROLES } from '../../domain/roles.ts';
import { readAccountNews } from '../repository/notices.server.ts';
import { authorisePerson } from './authorise.server.ts';
import { countDutiesToDecide } from './read-duties.server.ts';

/** What the register has to tell the actor: the own certificate, and roles that somebody gave or took. */
export async function identityNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const { certificatesUntil, newsSince } = horizonAt(now);
	const [row] = await readAccountNews(db, [actor.personId, certificatesUntil, newsSince]);
	const { expiresOn, grants } = row!;
	const duties = mayRunSomewhere(actor, 'identity.confirmDuties') ? await countDutiesToDecide(ctx) : 0;
	const isAsked = expiresOn !== null && mayRun(actor, 'drills.practise');
	return {
		waiting: [
			...(isAsked ? [{ kind: 'certificate' as const, count: 1, due: expiresOn }] : []),
			...(duties > 0 ? [{ kind: 'duty' as const, count: duties, due: null }] : [])
		],
		happened: grants.map(({ id, role, unit, isEnded, at }) => ({
			...{ kind: 'grant', about: `${id}/${isEnded ? 'ended' : 'given'}`, at },
			title: `${isEnded ? '结束' : '授予'}${ROLES[role]}（${unit}）`
		}))
	};
}
