import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Day } from '#lib/shared/time.ts';
import { VERDICT_KEYS, type VerdictText } from '../../domain/commentary/minutes.ts';
import { type KnownMeeting, withMeeting } from '../commentary-meeting.server.ts';
import * as record from '../repository/commentary-record.server.ts';

/** The record is open from the first case until the minutes stand. */
const isWritten = ({ state }: KnownMeeting) => state === 'open' || state === 'held';
const CLOSED = ['not-open', '会议开了以后、纪要发布以前才能写。'] as const;

export interface NoteChange {
	/** Made by the page: a line sent twice is one line. */
	readonly id: string;
	/** The case it belongs to; null = none in particular. Counts for a new line only. */
	readonly itemId: string | null;
	/** The revision that the page shows; 0 = a new line. */
	readonly seen: number;
	/** '' strikes the line out. */
	readonly text: string;
}
/** What came of it: stored, or what somebody – the same person at another screen – wrote meanwhile. */
export type NoteKept =
	| { readonly kept: true; readonly revision: number }
	| { readonly kept: false; readonly revision: number; readonly stored: string };

/** The recorder writes a line or changes an own one; a text that changed meanwhile is never written over. */
export async function keepNote(ctx: Ctx, meetingId: string, change: NoteChange): Promise<Result<NoteKept>> {
	const me = authorisePerson(ctx, 'cases.recordCommentary');
	if (!isId(change.id)) return refuse('bad-id', '页面已经过期，请刷新再记。');
	return withMeeting(me, meetingId, async ({ db, now }, known): Promise<Result<NoteKept>> => {
		const by = me.actor.personId;
		if (known.meeting.recorderId !== by) return refuse('not-recorder', '只有记录人可以写记录。');
		if (!isWritten(known)) return refuse(...CLOSED);
		const { id, seen, text } = change;
		const itemId = known.items.some((item) => item.id === change.itemId) ? change.itemId : null;
		const line = known.notes.find((note) => note.id === id);
		if (!line) {
			if (text === '') return ok({ kept: true, revision: 0 });
			if (!(await record.insertNote(db, { id, meetingId, itemId, by, at: now })))
				return refuse('bad-id', '请刷新再记。');
			await record.insertNoteText(db, { noteId: id, revision: 1, text, at: now });
			return ok({ kept: true, revision: 1 });
		}
		if (line.by !== by) return refuse('not-own', '只能改自己记的。');
		if (line.text === text) return ok({ kept: true, revision: line.revision });
		if (line.revision !== seen) return ok({ kept: false, revision: line.revision, stored: line.text });
		await record.insertNoteText(db, { noteId: id, revision: seen + 1, text, at: now });
		return ok({ kept: true, revision: seen + 1 });
	});
}

/** The expert's word on a case: what was good, what was wrong, better practice, the lesson. A changed word is a new revision. */
export async function giveVerdict(
	ctx: Ctx,
	meetingId: string,
	given: VerdictText & { readonly itemId: string; readonly seen: number }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.giveVerdict');
	return withMeeting(me, meetingId, async ({ db, now }, known) => {
		const { itemId, seen, strengths, faults, better, lesson } = given;
		const item = known.items.find(({ id }) => id === itemId);
		if (item?.expertId !== me.actor.personId) return refuse('not-expert', '由议程上定的专家写。');
		if (!isWritten(known)) return refuse(...CLOSED);
		const text = { strengths, faults, better, lesson };
		const { verdict } = item;
		if (verdict && VERDICT_KEYS.every((key) => verdict[key] === text[key])) return ok(null);
		if ((verdict?.revision ?? 0) !== seen) {
			return refuse('changed-meanwhile', '这份意见刚刚在别处改过，请看过再存。', 'lesson');
		}
		await record.insertVerdict(db, { itemId, revision: seen + 1, ...text, by: me.actor.personId, at: now });
		return ok(null);
	});
}

export interface NewAction {
	readonly text: string;
	readonly ownerId: string;
	readonly dueOn: Day;
	/** How many there were on the page: a double submit adds one, not two. */
	readonly seen: number;
}

/** Puts something to be done on the list. */
export async function addAction(ctx: Ctx, meetingId: string, given: NewAction): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	const owners = isId(given.ownerId) ? await readPeople(ctx, [given.ownerId]) : new Map<string, unknown>();
	return withMeeting(me, meetingId, async ({ db, now }, known) => {
		const { text, ownerId, dueOn, seen } = given;
		if (!owners.has(ownerId)) return refuse('no-such-person', '选一名责任人。', 'ownerId');
		if (!isWritten(known)) return refuse(...CLOSED);
		if (dueOn < known.day) return refuse('too-early', '期限不能早于会期。', 'dueOn');
		if (known.actions.length !== seen) {
			return known.actions.at(-1)?.text === text
				? ok(null)
				: refuse('changed-meanwhile', '清单刚刚有变化，请看过再加。', 'text');
		}
		const by = { addedBy: me.actor.personId, addedAt: now };
		await record.insertAction(db, { id: newId(now), meetingId, number: seen + 1, text, ownerId, dueOn, ...by });
		return ok(null);
	});
}

/** Whoever it was given to, or who plans meetings, says that it is done and how. */
export async function finishAction(
	ctx: Ctx,
	meetingId: string,
	given: { readonly actionId: string; readonly note: string }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.readCommentary');
	return withMeeting(me, meetingId, async ({ db, now }, known) => {
		const action = known.actions.find(({ id }) => id === given.actionId);
		const doneBy = me.actor.personId;
		if (!action || (action.ownerId !== doneBy && !mayRun(me.actor, 'cases.planCommentary'))) {
			return refuse('no-such-action', '没有这一项，或者不由你办。');
		}
		await record.finishAction(db, action.id, { doneNote: given.note, doneBy, doneAt: now });
		return ok(null);
	});
}
