import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { sha256 } from '#lib/shared/canonical.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { isVoteOpen, type Tally } from '../../domain/audience/audience.ts';
import { type Side, isSide } from '../../domain/bundle/side.ts';
import { findOwnSeat } from '../holder.server.ts';
import { type Voter, countVotes, saveVote, selectVote } from '../repository/audience.server.ts';
import { openStream } from './read-hearing.server.ts';

/** What a browser brings along: the token of a personal link, and the one by which a listener without an account is known. */
export interface Carried {
	readonly link: string | null;
	readonly device: string | null;
}

/** The device's token means another one in every hearing, and only its digest is kept. */
const deviceHash = (hearingId: string, device: string) => sha256(`arena-listener:${hearingId}:${device}`);

const voterOf = ({ actor }: Ctx, hearingId: string, device: string | null): Voter | null => {
	if (actor) return { personId: actor.personId };
	return device === null ? null : { deviceHash: deviceHash(hearingId, device) };
};

/**
 * A listener's vote for the side that was more convincing; it may be changed until the result. Whoever has a seat or runs
 * the hearing has none. @param side as it was posted
 */
export async function castVote(
	ctx: Ctx,
	hearingId: string,
	side: string,
	{ link, device }: Carried
): Promise<Result<null>> {
	authorise(ctx, 'arena.sit');
	const looking = await openStream(ctx, hearingId, link);
	if (!looking.ok) return looking;
	const { known, viewer } = looking.value;
	if (viewer !== 'public' || (await findOwnSeat(ctx, hearingId, link)) !== null) {
		return refuse('seated', '观众票只给旁听的人；有席位、负责组织的人不投。');
	}
	if (!isSide(side)) return refuse('no-side', '选一方。', 'side');
	const closed = ['closed', '现在不能投票：辩论结束以后开始，公布成绩时截止。'] as const;
	const voter = voterOf(ctx, hearingId, device);
	if (voter === null || !isVoteOpen(known.hearing, known.frame.procedure)) return refuse(...closed);
	const isKept = await saveVote(ctx.db, { id: newId(ctx.now), hearingId, voter, side, at: ctx.now });
	return isKept ? ok(null) : refuse(...closed);
}

/** What a listener sees of the vote. */
export interface AudienceView {
	/** The own vote; null = none yet, or not a listener. */
	readonly own: Side | null;
	/** How all voted; null until the result is published: nothing of it is told before. */
	readonly tally: Tally | null;
}

/** The own vote, and after the result the count. */
export async function readAudience(
	ctx: Ctx,
	hearingId: string,
	{ link, device }: Carried
): Promise<Result<AudienceView>> {
	authorise(ctx, 'arena.sit');
	const looking = await openStream(ctx, hearingId, link);
	if (!looking.ok) return looking;
	const voter = looking.value.viewer === 'public' ? voterOf(ctx, hearingId, device) : null;
	const isPublished = looking.value.known.hearing.course.published !== null;
	const [own, tally] = await Promise.all([
		voter === null ? null : selectVote(ctx.db, hearingId, voter),
		isPublished ? countVotes(ctx.db, hearingId) : null
	]);
	return ok({ own, tally });
}
