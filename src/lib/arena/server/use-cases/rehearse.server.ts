import { startLinked } from '#lib/drills/server/use-cases/start-sets.server.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type RehearsalStage, REHEARSAL_STAGES } from '../../domain/bundle/bundle.ts';
import { type Side, isSide } from '../../domain/bundle/side.ts';
import { type PostedReply, acceptReply } from '../../domain/rehearsal/accept-reply.ts';
import { markReply } from '../../domain/rehearsal/mark-reply.ts';
import { type AnsweredArgument, openRound } from '../../domain/rehearsal/rehearsal.ts';
import { summarise } from '../../domain/rehearsal/summary.ts';
import { openRehearsal } from '../own-rehearsal.server.ts';
import { selectShown } from '../repository/bundles.server.ts';
import { appendAnswer, insertRehearsal } from '../repository/rehearsals.server.ts';

/** Which bundle, side and stage somebody wants, as it was posted. */
export interface WantedRehearsal {
	readonly bundle: string;
	readonly side: string;
	readonly stage: string;
}

/** Begins a rehearsal, or finds the one that is still open. @returns its id */
export async function startRehearsal(ctx: Ctx, wanted: WantedRehearsal): Promise<Result<string>> {
	const { db, now, actor, seed } = authorisePerson(ctx, 'arena.rehearse');
	const { side, stage } = wanted;
	if (!isSide(side)) return refuse('no-side', '请选你要代表的一方。', 'side');
	if (!Object.hasOwn(REHEARSAL_STAGES, stage)) return refuse('no-stage', '请选一个阶段。', 'stage');
	const shown = (await selectShown(db)).find(({ id }) => id === wanted.bundle);
	if (!shown) return refuse('no-such-bundle', '请选一个案卷。', 'bundle');
	if (shown.isReserved) return refuse('reserved', '这个案卷留作正式擂台，不能单人排练。', 'bundle');
	const plan = { side: side satisfies Side, stage: stage as RehearsalStage, seed };
	const row = { ...plan, id: newId(now), officerId: actor.personId, startedAt: now };
	return ok(await insertRehearsal(db, { ...row, bundleId: shown.id, bundleVersion: shown.version }));
}

/**
 * Marks and stores the answer to one argument. The first answer stands: a second submit (double click, stale tab, retry)
 * changes nothing. The last one ends the rehearsal and gives it its mark.
 */
export async function answerArgument(
	ctx: Ctx,
	id: string,
	{ argument, ...posted }: PostedReply & { readonly argument: string }
): Promise<Result<{ readonly isFinished: boolean }>> {
	const me = authorisePerson(ctx, 'arena.rehearse');
	const own = await openRehearsal(me, id);
	if (!own) return refuse('no-such-rehearsal', '没有这次排练。');
	const { row, bundle, rounds } = own;
	if (row.answers.some((one) => one.argument === argument)) return ok({ isFinished: row.finishedAt !== null });
	const asked = openRound(rounds, row.answers);
	if (asked?.id !== argument) return refuse('not-this-round', '现在不是这一轮，请从当前的一轮继续。');
	const given = acceptReply(asked, bundle, posted);
	if (!given.ok) return given;
	const answer: AnsweredArgument = { ...given.value, argument, mark: markReply(asked, given.value).total };
	const all = [...row.answers, answer];
	const isLast = openRound(rounds, all) === null;
	const end = isLast ? { mark: summarise(bundle, rounds, all).mark, at: me.now } : null;
	await appendAnswer(me.db, row, { answer, end });
	return ok({ isFinished: isLast });
}

/** Starts a set of the drill items that train what was missed. @returns the set's id */
export async function practiseMissed(ctx: Ctx, id: string): Promise<Result<string>> {
	const own = await openRehearsal(authorisePerson(ctx, 'arena.rehearse'), id);
	if (!own || own.row.finishedAt === null) return refuse('no-such-rehearsal', '没有这次排练，或者还没有做完。');
	return startLinked(ctx, summarise(own.bundle, own.rounds, own.row.answers).items);
}
