import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { NOTHING, type RoomNotices } from '#lib/notices/domain/kinds.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { countWaiting } from '../repository.server.ts';

/** Changes of others that wait for a second person, for whoever may be it. */
export async function settingsNotices(ctx: Ctx): Promise<RoomNotices> {
	const { db, actor } = authorisePerson(ctx, 'notices.readOwn');
	if (!mayRun(actor, 'settings.confirmChange')) return NOTHING;
	return { waiting: [{ kind: 'setting', count: await countWaiting(db, actor.personId), due: null }], happened: [] };
}
