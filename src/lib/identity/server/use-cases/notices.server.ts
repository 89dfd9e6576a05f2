import { horizonAt } from '#lib/notices/domain/horizon.ts';
import type { RoomNotices } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { mayRun } from '../../domain/permissions.ts';
import { ROLES } from '../../domain/roles.ts';
import { readAccountNews } from '../repository/notices.server.ts';
import { authorisePerson } from './authorise.server.ts';

/** What the register has to tell the actor: the own certificate, and roles that somebody gave or took. */
export async function identityNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const { certificatesUntil, newsSince } = horizonAt(now);
	const [row] = await readAccountNews(db, [actor.personId, certificatesUntil, newsSince]);
	const { expiresOn, grants } = row!;
	const isAsked = expiresOn !== null && mayRun(actor, 'drills.practise');
	return {
		waiting: isAsked ? [{ kind: 'certificate', count: 1, due: expiresOn }] : [],
		happened: grants.map(({ id, role, unit, isEnded, at }) => ({
			...{ kind: 'grant', about: `${id}/${isEnded ? 'ended' : 'given'}`, at },
			title: `${isEnded ? '结束' : '授予'}${ROLES[role]}（${unit}）`
		}))
	};
}
