import type { Db } from '#db/connect.ts';
import type { HearingFrame } from '../domain/hearing/case-file.ts';
import { replay } from '../domain/hearing/decide.ts';
import { EMPTY, type Hearing } from '../domain/hearing/hearing.ts';
import { readBody, selectEvents } from './repository/events.server.ts';
import { selectHead } from './repository/hearings.server.ts';
import { keptByDatabase } from './repository/kept-states.server.ts';

export const NO_HEARING = ['no-such-hearing', '没有这场庭审，或者没有权限查看。'] as const;

export interface Known {
	readonly frame: HearingFrame;
	readonly hearing: Hearing;
}

/** What this node has replayed. A log only grows, so an older state is a beginning, never wrong. */
const MOST_KEPT = 300;
const storeOf = keptByDatabase<Known>();

export const recall = (db: Db, key: string): Known | undefined => storeOf(db).get(key);

/** Keeps the newer state; the hearing that was not asked for longest goes first. */
export function keep(db: Db, key: string, known: Known): void {
	const store = storeOf(db);
	const before = store.get(key);
	store.delete(key);
	store.set(key, before && before.hearing.seq > known.hearing.seq ? before : known);
	if (store.size > MOST_KEPT) store.delete(store.keys().next().value!);
}

/** The state at a number of the log, from what is known of it. @param until only events up to this instant, ms */
export async function catchUp(
	db: Db,
	hearingId: string,
	{ from = EMPTY, to, until = Infinity }: { from?: Hearing | undefined; to: number; until?: number }
): Promise<Hearing> {
	if (from.seq >= to) return from;
	const events = await selectEvents(db, hearingId, from.seq, to);
	return replay(events.filter(({ at }) => at <= until).map(readBody), from);
}

/** A hearing as its log tells it now. @param until as it was then, ms */
export async function knowHearing(db: Db, hearingId: string, until = Infinity): Promise<Known | null> {
	// The past of a delayed view grows apart from the present.
	const key = until === Infinity ? hearingId : `${hearingId} delayed`;
	const before = recall(db, key);
	const head = await selectHead(db, hearingId, before === undefined);
	if (!head) return null;
	const frame = before?.frame ?? head.frame!;
	const known = { frame, hearing: await catchUp(db, hearingId, { from: before?.hearing, to: head.headSeq, until }) };
	keep(db, key, known);
	return known;
}
