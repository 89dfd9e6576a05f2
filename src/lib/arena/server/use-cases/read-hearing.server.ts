import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import { mayRun } from '#lib/identity/domain/permissions.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { actsOpenTo } from '../../domain/hearing/allowed.ts';
import type { Act } from '../../domain/hearing/act.ts';
import type { HearingFrame } from '../../domain/hearing/case-file.ts';
import type { HearingEvent, Viewer } from '../../domain/hearing/event.ts';
import { type Hearing, seatById } from '../../domain/hearing/hearing.ts';
import { stageById } from '../../domain/hearing/procedure.ts';
import type { Seat } from '../../domain/hearing/role.ts';
import { eventsFor, frameFor, viewFor, viewerOf } from '../../domain/hearing/view.ts';
import { findOwnSeat } from '../holder.server.ts';
import { type Known, NO_HEARING, knowHearing } from '../known-hearing.server.ts';
import { readBody, selectEvents } from '../repository/events.server.ts';
import { selectHearing, selectHearings } from '../repository/hearings.server.ts';
import { selectSeatsOf } from '../repository/seats.server.ts';

const SECOND_MS = 1000;

/** What the page of a hearing starts from; events that come later are applied to `hearing`. */
export interface HearingPage {
	readonly id: string;
	readonly title: string;
	readonly startsAt: number;
	readonly isPublic: boolean;
	readonly isCancelled: boolean;
	readonly resultRule: string;
	/** As the viewer may know them. */
	readonly frame: HearingFrame;
	readonly hearing: Hearing;
	readonly viewer: Viewer;
	/** Whoever looks; null = the public. */
	readonly seat: Seat | null;
	/** What the seat may do now: necessary, not sufficient. */
	readonly acts: readonly Act[];
	/** Milliseconds of the server's clock; the public's lies behind by its delay. */
	readonly now: number;
}

/** As whom somebody looks at a hearing; null = not at all. */
export interface Looking {
	readonly known: Known;
	readonly viewer: Viewer;
	readonly seat: Seat | null;
	/** Until when, ms: the public sees what has been said some seconds ago. */
	readonly now: number;
}

/**
 * Who looks, and at what: by seat; signed in as the public; without an account only at a hearing that is open to all.
 * Whoever organises looks as the room does.
 */
async function look(ctx: Ctx, hearingId: string, token: string | null): Promise<Looking | null> {
	if (!isId(hearingId)) return null;
	const seatId = await findOwnSeat(ctx, hearingId, token);
	const now = ctx.now.getTime();
	const known = await knowHearing(ctx.db, hearingId);
	if (!known) return null;
	const seat = seatId === null ? null : seatById(known.hearing, seatId);
	const viewer = viewerOf(known.hearing, seat);
	if (viewer !== 'public') return { known, viewer, seat, now };
	if (mayRun(ctx.actor, 'arena.organise')) return { known, viewer: 'room', seat: null, now };
	const row = ctx.actor ? null : await selectHearing(ctx.db, hearingId);
	if (!ctx.actor && row?.isPublic !== true) return null;
	// What is published is past for everybody, whatever the clock of this node says.
	if (known.hearing.course.published) return { known, viewer, seat: null, now };
	const until = now - known.frame.procedure.publicDelaySeconds * SECOND_MS;
	const delayed = await knowHearing(ctx.db, hearingId, until);
	return delayed && { known: delayed, viewer, seat: null, now: until };
}

/** The hearing as whoever asks may know it. @param token of a personal link */
export async function readHearing(ctx: Ctx, hearingId: string, token: string | null): Promise<Result<HearingPage>> {
	authorise(ctx, 'arena.sit');
	const looking = await look(ctx, hearingId, token);
	const row = looking && (await selectHearing(ctx.db, hearingId));
	if (!looking || !row) return refuse(...NO_HEARING);
	const { known, viewer, seat, now } = looking;
	const hearing = viewFor(known.hearing, viewer);
	const stage = stageById(known.frame.procedure, hearing.course.stage?.id ?? '');
	return ok({
		...{ id: row.id, title: row.title, startsAt: row.startsAt.getTime(), isPublic: row.isPublic },
		...{ isCancelled: row.cancelledAt !== null, resultRule: row.resultRule },
		...{ frame: frameFor(known.frame, viewer), hearing, viewer, seat, now },
		acts: seat ? actsOpenTo(hearing, stage, seat) : []
	});
}

/** Who may stream, from which number on; the stream itself is the hub's. */
export async function openStream(ctx: Ctx, hearingId: string, token: string | null): Promise<Result<Looking>> {
	authorise(ctx, 'arena.sit');
	const looking = await look(ctx, hearingId, token);
	return looking ? ok(looking) : refuse(...NO_HEARING);
}

/** The events after a number that whoever asks may see: for a page without a stream, and for the timeline of the replay. */
export async function readEventsSince(
	ctx: Ctx,
	hearingId: string,
	after: number,
	token: string | null
): Promise<Result<{ readonly viewer: Viewer; readonly events: readonly HearingEvent[]; readonly now: number }>> {
	authorise(ctx, 'arena.sit');
	const looking = await look(ctx, hearingId, token);
	if (!looking) return refuse(...NO_HEARING);
	const { known, viewer, now } = looking;
	const stored = await selectEvents(ctx.db, hearingId, after, known.hearing.seq);
	return ok({ viewer, events: eventsFor(stored.map(readBody), viewer), now });
}

/** All hearings, and in which of them whoever asks has a seat. */
export async function listHearings(ctx: Ctx) {
	authorise(ctx, 'arena.readHearings');
	const personId = ctx.actor?.personId;
	const [rows, own] = await Promise.all([selectHearings(ctx.db), personId ? selectSeatsOf(ctx.db, personId) : []]);
	return rows.map((row) => ({ ...row, seatId: own.find(({ hearingId }) => hearingId === row.id)?.seatId ?? null }));
}
export type ListedHearing = Awaited<ReturnType<typeof listHearings>>[number];
