import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type OwnSection, readOwnRecords } from '#lib/platform/own-records.server.ts';
import { RECORDS } from '../repository/own-records.server.ts';

/** The actor's seats in hearings, what the actor said and did there, and the actor's sheets as a judge. */
export async function ownHearings(ctx: Ctx): Promise<OwnSection[]> {
	const { db, actor } = authorisePerson(ctx, 'own.readData');
	return readOwnRecords(db, actor.personId, RECORDS);
}
