import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { horizonAt } from '#lib/notices/domain/horizon.ts';
import { type RoomNotices, noticesOf } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readAnswers } from '../repository/notices.server.ts';
import { countOpenCorrections } from './corrections.server.ts';

/** Requests for correction that wait for the actor's answer, and answers to own ones. */
export async function ownNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor, now } = authorisePerson(ctx, 'notices.readOwn');
	const [answers, open] = await Promise.all([
		readAnswers(db, [actor.personId, horizonAt(now).newsSince]),
		mayRun(actor, 'own.readCorrections') ? countOpenCorrections(ctx) : 0
	]);
	return { waiting: [{ kind: 'correction', count: open, due: null }], happened: noticesOf(answers).happened };
}
