import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { canonical } from '#lib/shared/canonical.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { BallotKind, BallotState } from '../../domain/hearing/ballot-record.ts';
import { seatById } from '../../domain/hearing/hearing.ts';
import { isJudge, type Party } from '../../domain/hearing/role.ts';
import { findOwnSeat } from '../holder.server.ts';
import { NO_HEARING, knowHearing } from '../known-hearing.server.ts';
import { type BallotRow, insertBallot, selectLatest, selectOwn } from '../repository/ballots.server.ts';

export interface GivenBallot {
	readonly kind: BallotKind;
	readonly side: Party;
	/** The version the judge had before; 0 = none. Somebody who saw another is told, and nothing is lost. */
	readonly seen: number;
	/** Valid by `domain/ballot`; kept as its canonical JSON. */
	readonly body: unknown;
	/** Needed to correct what was handed in. */
	readonly reason: string;
}

interface Judge {
	readonly seatId: string;
	readonly isPublished: boolean;
}

/** The seat of a judge who is in the hearing; shadow sheets are for trainees on a substitute's seat. */
async function findJudge(ctx: Ctx, hearingId: string, kind: BallotKind, token: string | null): Promise<Judge | null> {
	const seatId = isId(hearingId) ? await findOwnSeat(ctx, hearingId, token) : null;
	const known = seatId === null ? null : await knowHearing(ctx.db, hearingId);
	const seat = known && seatById(known.hearing, seatId!);
	if (!known || !seat || !isJudge(seat.role) || seat.presence === 'recused') return null;
	if (seat.isSubstitute !== (kind === 'shadow')) return null;
	return { seatId: seat.id, isPublished: known.hearing.course.published !== null };
}

async function writeVersion(
	ctx: Ctx,
	hearingId: string,
	given: GivenBallot,
	to: { state: BallotState; token: string | null }
) {
	const judge = await findJudge(ctx, hearingId, given.kind, to.token);
	if (!judge) return refuse(...NO_HEARING);
	if (judge.isPublished) return refuse('published', '成绩已经公布，不能再改。');
	const { kind, side, seen, reason } = given;
	const before = (await selectOwn(ctx.db, hearingId, judge.seatId)).find(
		(one) => one.kind === kind && one.side === side
	);
	const body = canonical(given.body);
	// The same sheet again: a save whose answer was lost.
	if (before?.body === body && before.state === to.state) return ok({ version: before.version, state: before.state });
	const version = before?.version ?? 0;
	if (version !== seen) return refuse('changed-meanwhile', '评分表在另一处改过，请看过再存。');
	if (before && before.state !== 'draft' && to.state !== 'confirmed' && reason.trim() === '') {
		return refuse('no-reason', '更正已经提交的评分表，要写明理由。', 'reason');
	}
	if (to.state === 'confirmed' && (before?.state !== 'sealed' || before.body !== body)) {
		return refuse('not-sealed', '先提交，再确认同一份评分表。');
	}
	const row = {
		hearingId,
		seatId: judge.seatId,
		kind,
		side,
		version: version + 1,
		state: to.state,
		body,
		reason,
		at: ctx.now
	};
	const isFirst = await insertBallot(ctx.db, row);
	return isFirst
		? ok({ version: row.version, state: row.state })
		: refuse('changed-meanwhile', '评分表在另一处改过，请看过再存。');
}
type Written = Result<{ readonly version: number; readonly state: BallotState }>;

/** Keeps a sheet in the making; called at every change. */
export async function saveBallot(
	ctx: Ctx,
	hearingId: string,
	given: GivenBallot,
	token: string | null
): Promise<Written> {
	authorise(ctx, 'arena.sit');
	return writeVersion(ctx, hearingId, given, { state: 'draft', token });
}

/** Hands a sheet in, or corrects one that was handed in with the reason; before the result is published only. */
export async function sealBallot(
	ctx: Ctx,
	hearingId: string,
	given: GivenBallot,
	token: string | null
): Promise<Written> {
	authorise(ctx, 'arena.sit');
	return writeVersion(ctx, hearingId, given, { state: 'sealed', token });
}

/** The second step: the judge has looked at what was handed in once more. */
export async function confirmBallot(
	ctx: Ctx,
	hearingId: string,
	given: GivenBallot,
	token: string | null
): Promise<Written> {
	authorise(ctx, 'arena.sit');
	return writeVersion(ctx, hearingId, given, { state: 'confirmed', token });
}

/** A judge's own sheets, the newest version of each. */
export async function readOwnBallots(ctx: Ctx, hearingId: string, token: string | null): Promise<Result<BallotRow[]>> {
	authorise(ctx, 'arena.sit');
	const seatId = isId(hearingId) ? await findOwnSeat(ctx, hearingId, token) : null;
	return seatId === null ? refuse(...NO_HEARING) : ok(await selectOwn(ctx.db, hearingId, seatId));
}

/** Who has handed in what, for the organiser: nothing of a sheet before the result is published, everything after. */
export async function readBallots(ctx: Ctx, hearingId: string) {
	authorise(ctx, 'arena.organise');
	const known = isId(hearingId) ? await knowHearing(ctx.db, hearingId) : null;
	if (!known) return refuse(...NO_HEARING);
	const rows = await selectLatest(ctx.db, hearingId);
	const isOpen = known.hearing.course.published !== null;
	return ok(rows.map(({ body, ...row }) => ({ ...row, body: isOpen ? body : null })));
}
