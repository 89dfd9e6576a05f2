import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type OwnSection, readOwnRecords } from '#lib/platform/own-records.server.ts';
import { RECORDS } from '../repository/own-records.server.ts';

/** What the actor read, answered and said about cases and at meetings. */
export async function ownCases(ctx: Ctx): Promise<OwnSection[]> {
	const { db, actor } = authorisePerson(ctx, 'own.readData');
	return readOwnRecords(db, actor.personId, RECORDS);
}
