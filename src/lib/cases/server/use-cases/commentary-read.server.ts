import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { AREAS } from '#lib/shared/piece.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { findOpeningFault, missingSides, takesComments } from '../../domain/commentary/meeting.ts';
import { findPublishingFault, countStandings } from '../../domain/commentary/minutes.ts';
import { COMMENT_STANDINGS, duplicatesOf, standingOf } from '../../domain/commentary/moderation.ts';
import { type Paragraph, sayPlace } from '../../domain/commentary/paragraphs.ts';
import { minutesTaken, planClocks } from '../../domain/commentary/time-plan.ts';
import { type KnownMeeting, NO_MEETING, knowMeeting, paragraphsByItem } from '../commentary-meeting.server.ts';
import * as comments from '../repository/commentary-comments.server.ts';
import * as meetings from '../repository/commentary-meetings.server.ts';

type People = Awaited<ReturnType<typeof readPeople>>;
type Known = KnownMeeting['items'][number];
export type MeetingView = Extract<Awaited<ReturnType<typeof readMeeting>>, { ok: true }>['value'];
export type ItemView = MeetingView['items'][number];
export type CommentView = ItemView['comments'][number];
export type MeetingLine = Awaited<ReturnType<typeof readMeetings>>['meetings'][number];

/** All meetings, newest first; with a case, those that have it on the agenda. */
export async function readMeetings(ctx: Ctx, caseId: string) {
	const { actor } = authorisePerson(ctx, 'cases.readCommentary');
	const all = await meetings.selectMeetings(ctx.db);
	const ids = all.map(({ id }) => id);
	const mayModerate = mayRun(actor, 'cases.moderateComments');
	const [steps, items, pending] = await Promise.all([
		meetings.selectSteps(ctx.db, ids),
		meetings.selectItems(ctx.db, ids),
		mayModerate ? comments.countPending(ctx.db) : new Map<string, number>()
	]);
	const lines = all.map(({ id, title, startsAt, place }) => ({
		...{ id, title, place, day: dayOf(startsAt), clock: clockOf(startsAt), state: meetings.stateOf(steps, id) },
		pending: pending.get(id) ?? 0,
		cases: items.flatMap((item) =>
			item.meetingId === id ? [{ id: item.caseId, title: item.title, polarity: item.polarity }] : []
		)
	}));
	return {
		...{ mayPlan: mayRun(actor, 'cases.planCommentary'), mayModerate, today: dayOf(ctx.now) },
		meetings: caseId === '' ? lines : lines.filter((line) => line.cases.some(({ id }) => id === caseId))
	};
}

/** One meeting as this person sees it: accepted comments for everybody, the others for their author and for trainers. */
export async function readMeeting(ctx: Ctx, id: string) {
	const me = authorisePerson(ctx, 'cases.readCommentary');
	const known = await knowMeeting(ctx.db, id);
	if (!known) return refuse(...NO_MEETING);
	const { meeting, state, items, steps } = known;
	const people = await readPeople(ctx, peopleOf(known));
	const nameOf = (personId: string) => people.get(personId)?.name ?? '';
	const may = mayIn(me, known);
	const paragraphs = await paragraphsByItem(ctx.db, items);
	const agenda = { agenda: items, day: known.day, today: dayOf(ctx.now) };
	const clocks = planClocks(
		known.clock,
		items.map(({ minutes }) => minutes)
	);
	const { title, place, chairId, recorderId, changes } = meeting;
	return ok({
		...{ id, title, place, chairId, recorderId, changes, state, may, day: known.day, clock: known.clock, now: ctx.now },
		...{ chair: nameOf(chairId), recorder: nameOf(recorderId), cancelled: reasonOf(steps) },
		...{ missing: missingSides(items), counts: countStandings(known.comments) },
		openingFault: may.plan && state === 'planned' ? (findOpeningFault(agenda)?.message ?? null) : null,
		publishingFault: may.plan && state === 'held' ? (findPublishingFault(known)?.message ?? null) : null,
		items: items.map((item, index) => ({
			...viewItem(me, known, { item, people, due: clocks[index]!, paragraphs: paragraphs.get(item.id)! }),
			...{ newNoteId: newId(ctx.now), newCommentId: newId(ctx.now) },
			paragraphs: may.comment ? paragraphs.get(item.id)! : []
		})),
		general: known.notes.filter(({ itemId, text }) => itemId === null && text !== '').map(viewNote(me)),
		actions: known.actions.map(({ ownerId, doneAt, doneBy, ...action }) => ({
			...{ id: action.id, number: action.number, text: action.text, dueOn: action.dueOn, owner: nameOf(ownerId) },
			...{ doneNote: action.doneNote, doneOn: doneAt && dayOf(doneAt), doneBy: doneBy && nameOf(doneBy) },
			isLate: doneAt === null && action.dueOn < dayOf(ctx.now),
			isMine: ownerId === me.actor.personId || may.plan
		})),
		newNoteId: newId(ctx.now)
	});
}

const reasonOf = (steps: KnownMeeting['steps']) => steps.find((step) => step.state === 'cancelled')?.reason ?? null;

function mayIn({ actor }: SignedIn, { meeting, state }: KnownMeeting) {
	const isRecorder = meeting.recorderId === actor.personId;
	return {
		plan: mayRun(actor, 'cases.planCommentary'),
		record: isRecorder && mayRun(actor, 'cases.recordCommentary') && (state === 'open' || state === 'held'),
		comment: mayRun(actor, 'cases.comment') && takesComments(state),
		moderate: mayRun(actor, 'cases.moderateComments')
	};
}

function peopleOf({ meeting, items, comments: given, actions }: KnownMeeting): string[] {
	const ids = [
		...[meeting.chairId, meeting.recorderId],
		...items.flatMap(({ speakers, expertId }) => [...speakers, expertId]),
		...given.map(({ authorId }) => authorId),
		...actions.flatMap(({ ownerId, doneBy }) => [ownerId, doneBy ?? ownerId])
	];
	return [...new Set(ids)];
}

const viewNote =
	({ actor }: SignedIn) =>
	({ id, at, text, revision, by }: KnownMeeting['notes'][number]) => ({
		...{ id, text, revision, at: clockOf(at), isOwn: by === actor.personId }
	});

interface Shown {
	readonly item: Known;
	readonly people: People;
	readonly due: string;
	readonly paragraphs: readonly Paragraph[];
}

function viewItem(me: SignedIn, known: KnownMeeting, { item, people, due, paragraphs }: Shown) {
	const { id, caseId, caseVersion, title, polarity, lead, minutes, startedAt, endedAt, expertId, speakers } = item;
	const nameOf = (personId: string) => people.get(personId)?.name ?? '';
	return {
		...{ id, caseId, caseVersion, title, polarity, lead, minutes, startedAt, endedAt, expertId, due },
		...{ isOn: startedAt !== null && endedAt === null, taken: minutesTaken(item), speakerIds: speakers },
		...{ speakers: speakers.map(nameOf), expert: nameOf(expertId) },
		isExpert: expertId === me.actor.personId && mayRun(me.actor, 'cases.giveVerdict'),
		verdict: item.verdict,
		notes: known.notes.filter((note) => note.itemId === id && note.text !== '').map(viewNote(me)),
		comments: known.comments
			.filter((one) => one.itemId === id && isVisible(me, one))
			.map((comment) => ({
				...viewComment(me, known, people)(comment),
				place: sayPlace(comment.paragraph, paragraphs)
			}))
	};
}

type Comment = KnownMeeting['comments'][number];
const isVisible = ({ actor }: SignedIn, comment: Comment) =>
	standingOf(comment) === 'accepted' ||
	comment.authorId === actor.personId ||
	(standingOf(comment) !== 'withdrawn' && mayRun(actor, 'cases.moderateComments'));

const viewComment =
	({ actor }: SignedIn, known: KnownMeeting, people: People) =>
	(comment: Comment) => {
		const standing = standingOf(comment);
		const author = people.get(comment.authorId);
		return {
			...{ id: comment.id, text: comment.text, area: AREAS[comment.area], paragraph: comment.paragraph, standing },
			...{ by: author?.name ?? '', unit: author?.unitName ?? '', at: clockOf(comment.at), day: dayOf(comment.at) },
			...{ label: COMMENT_STANDINGS[standing], isOwn: comment.authorId === actor.personId },
			reason: comment.decisions.at(-1)?.reason ?? '',
			alsoBy: duplicatesOf(comment, known.comments).length
		};
	};
