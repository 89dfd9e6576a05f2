import { recordAudit } from '#lib/platform/audit.server.ts';
import { type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import type { Db } from '#db/connect.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { type MeetingState, stepTo } from '../domain/commentary/meeting.ts';
import type { MeetingRecord } from '../domain/commentary/minutes.ts';
import { type Paragraph, sayPlace } from '../domain/commentary/paragraphs.ts';
import * as comments from './repository/commentary-comments.server.ts';
import * as meetings from './repository/commentary-meetings.server.ts';
import * as record from './repository/commentary-record.server.ts';
import { recallParagraphs } from './repository/paragraph-cache.server.ts';

export const NO_MEETING = ['no-such-meeting', '没有这场点评会。'] as const;

/** A meeting with everything that belongs to it. */
export type KnownMeeting = NonNullable<Awaited<ReturnType<typeof knowMeeting>>>;

export async function knowMeeting(db: Db, id: string) {
	const meeting = isId(id) ? await meetings.selectMeeting(db, id) : null;
	if (!meeting) return null;
	const [steps, items, speakers, notes, given, verdicts, actions, published] = await Promise.all([
		meetings.selectSteps(db, [id]),
		meetings.selectItems(db, [id]),
		meetings.selectSpeakers(db, [id]),
		record.selectNotes(db, id),
		comments.selectComments(db, [id]),
		record.selectVerdicts(db, id),
		record.selectActions(db, id),
		record.selectMinutes(db, id)
	]);
	return {
		...{ meeting, steps, notes, actions, published, comments: given, state: meetings.stateOf(steps, id) },
		day: dayOf(meeting.startsAt),
		clock: clockOf(meeting.startsAt),
		items: items.map((item) => ({
			...item,
			speakers: speakers.flatMap(({ itemId, personId }) => (itemId === item.id ? [personId] : [])),
			verdict: verdicts.find(({ itemId }) => itemId === item.id) ?? null
		}))
	};
}

/** Changes something about a meeting, after whoever is changing it now; open pages see that it changed. */
export async function withMeeting<T>(
	ctx: SignedIn,
	id: string,
	work: (inner: SignedIn, known: KnownMeeting) => Promise<Result<T>>
): Promise<Result<T>> {
	if (!isId(id)) return refuse(...NO_MEETING);
	return inTransaction(ctx, async (inner) => {
		// The counter first: its row lock keeps others waiting until this change is done.
		if (!(await meetings.changeMeeting(inner.db, id))) return refuse(...NO_MEETING);
		return work(inner, (await knowMeeting(inner.db, id))!);
	});
}

interface Step {
	readonly to: MeetingState;
	readonly reason: string;
}

/** Writes the next step of a meeting into its log; the same step again is a double click and changes nothing. */
export async function takeStep(inner: SignedIn, known: KnownMeeting, { to, reason }: Step): Promise<Result<null>> {
	if (known.state === to) return ok(null);
	const step = stepTo(known.state, to);
	if (!step.ok) return step;
	const { id } = known.meeting;
	const by = { by: inner.actor.personId, at: inner.now };
	await meetings.insertStep(inner.db, { meetingId: id, number: known.steps.length + 1, state: to, reason, ...by });
	await recordAudit(inner, 'cases.planCommentary', `commentary:${id}`, { from: known.state, to, reason });
	return ok(null);
}

/** The paragraphs of each case on an agenda. */
export async function paragraphsByItem(
	db: Db,
	items: readonly { readonly id: string; readonly caseId: string; readonly caseVersion: number }[]
): Promise<ReadonlyMap<string, readonly Paragraph[]>> {
	const found = items.map(
		async ({ id, caseId, caseVersion }) => [id, await recallParagraphs(db, caseId, caseVersion)] as const
	);
	return new Map(await Promise.all(found));
}

/** What minutes are computed from. */
export async function recordOf(db: Db, known: KnownMeeting): Promise<MeetingRecord> {
	const { meeting, steps, items, notes, comments, actions, day } = known;
	const { title, place, chairId, recorderId } = meeting;
	const paragraphs = await paragraphsByItem(db, items);
	const at = (state: 'open' | 'held') => steps.find((step) => step.state === state)?.at ?? null;
	return {
		...{ title, place, chairId, recorderId, day, items, notes, actions },
		comments: comments.map((one) => ({ ...one, place: sayPlace(one.paragraph, paragraphs.get(one.itemId) ?? []) })),
		...{ begunAt: at('open'), endedAt: at('held') }
	};
}
