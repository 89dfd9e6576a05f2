import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type OwnSection, readOwnRecords } from '#lib/platform/own-records.server.ts';
import { REHEARSAL_RECORDS } from '../repository/own-rehearsals.server.ts';

/** What the actor rehearsed alone. */
export async function ownRehearsals(ctx: Ctx): Promise<OwnSection[]> {
	const { db, actor } = authorisePerson(ctx, 'own.readData');
	return readOwnRecords(db, actor.personId, REHEARSAL_RECORDS);
}
