import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { horizonAt } from '#lib/notices/domain/horizon.ts';
import type { RoomNotices } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { DECISIONS } from '../../domain/commentary/moderation.ts';
import { readCommentaryNotices } from '../repository/notices.server.ts';

/** Comments to decide about and things to do after a commentary meeting; and what became of own comments. */
export async function casesNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const moderates = mayRun(actor, 'cases.moderateComments');
	const [row] = await readCommentaryNotices(db, [actor.personId, horizonAt(now).newsSince, moderates]);
	const { comments, actions, actionDue, decided } = row!;
	return {
		waiting: [
			{ kind: 'comment', count: comments, due: null },
			{ kind: 'action', count: actions, due: actionDue }
		],
		happened: decided.map(({ meeting, comment, number, decision, text, at }) => ({
			...{ kind: 'comment-decided', about: `${meeting}/${comment}/${number}`, at },
			title: `${DECISIONS[decision]}：${text}`
		}))
	};
}
