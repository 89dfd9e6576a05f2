import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type OwnSection, readOwnRecords } from '#lib/platform/own-records.server.ts';
import { RECORDS } from '../repository/own-records.server.ts';

/** What the actor set, confirmed or imported for the office. */
export async function ownSettings(ctx: Ctx): Promise<OwnSection[]> {
	const { db, actor } = authorisePerson(ctx, 'own.readData');
	return readOwnRecords(db, actor.personId, RECORDS);
}
