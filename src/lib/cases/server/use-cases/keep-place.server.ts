import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { savePlace, selectStanding } from '../repository/reading.server.ts';

/** What `smallint` holds; no case has so many blocks. */
const MOST_BLOCKS = 1000;

/** Keeps where a reader is, so that any device goes on there. @param block number of the block in that version */
export async function keepPlace(ctx: Ctx, id: string, version: number, block: number): Promise<Result<null>> {
	const { db, actor, now } = authorisePerson(ctx, 'cases.answerCheckpoint');
	const isBlock = Number.isInteger(block) && block >= 0 && block < MOST_BLOCKS;
	const standing = isBlock ? await selectStanding(db, id, null) : null;
	if (standing?.version !== version) return refuse('no-such-place', '案例已经更新，位置没有记下。');
	await savePlace(db, { personId: actor.personId, caseId: id, caseVersion: version, block, readAt: now });
	return ok(null);
}
