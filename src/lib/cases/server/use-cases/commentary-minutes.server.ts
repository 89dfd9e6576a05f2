import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readOfficers, readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { pieceFact } from '#lib/ranking/domain/entry.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf, formatDay } from '#lib/shared/time.ts';
import { type Minutes, composeMinutes, findPublishingFault } from '../../domain/commentary/minutes.ts';
import { creditsOf } from '../../domain/commentary/moderation.ts';
import {
	type KnownMeeting,
	NO_MEETING,
	knowMeeting,
	recordOf,
	takeStep,
	withMeeting
} from '../commentary-meeting.server.ts';
import { writeMinutesFile } from '../minutes-file.server.ts';
import * as record from '../repository/commentary-record.server.ts';

/** The minutes as they would read now. */
async function computeMinutes(ctx: Ctx, known: KnownMeeting): Promise<Minutes> {
	const { meeting, items, comments, actions } = known;
	const ids = [
		...[meeting.chairId, meeting.recorderId],
		...items.flatMap(({ speakers, expertId }) => [...speakers, expertId]),
		...comments.map(({ authorId }) => authorId),
		...actions.map(({ ownerId }) => ownerId)
	];
	const people = await readPeople(ctx, [...new Set(ids)]);
	return composeMinutes(await recordOf(ctx.db, known), (id) => people.get(id)?.name ?? '');
}

/** The minutes of a meeting: computed while they are a draft, as published afterwards. */
export async function readMinutes(ctx: Ctx, id: string) {
	authorise(ctx, 'cases.readCommentary');
	const known = await knowMeeting(ctx.db, id);
	if (!known) return refuse(...NO_MEETING);
	const { published, state } = known;
	if (state === 'planned' || state === 'cancelled') return refuse('no-minutes', '会议还没有开，没有纪要。');
	const minutes = published?.body ?? (await computeMinutes(ctx, known));
	return ok({
		...{ id, minutes, state, digest: published?.digest ?? null },
		publishedOn: published ? dayOf(published.publishedAt) : null
	});
}

/** The same as a Word file. */
export async function writeMinutes(ctx: Ctx, id: string) {
	const read = await readMinutes(ctx, id);
	if (!read.ok) return read;
	const { minutes, publishedOn } = read.value;
	const note = publishedOn ? `${formatDay(publishedOn)}发布` : '草稿，尚未发布';
	const name = `点评会纪要 ${minutes.title} ${minutes.day}${publishedOn ? '' : '（草稿）'}.docx`;
	return ok({ name, bytes: await writeMinutesFile(minutes, note) });
}

/**
 * Publishes the minutes: from now on they stand as they are, and every officer with accepted comments gets one entry in the
 * ledger, a fact per comment. Refused while comments are undecided or an expert's word is missing.
 */
export async function publishMinutes(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.planCommentary');
	return withMeeting(me, id, async (inner, known) => {
		if (known.state === 'published') return ok(null);
		const fault = known.state === 'held' ? findPublishingFault(known) : null;
		if (fault) return refuse(fault.code, fault.message);
		const step = await takeStep(inner, known, { to: 'published', reason: '' });
		if (!step.ok) return step;
		const body = await computeMinutes(inner, known);
		const by = { publishedBy: me.actor.personId, publishedAt: inner.now };
		const digest = sha256(canonical(body));
		await record.insertMinutes(inner.db, { meetingId: id, body, digest, ...by });
		const officers = await creditOfficers(inner, known);
		await recordAudit(inner, 'cases.publishMinutes', `commentary:${id}`, { digest, officers });
		return ok(null);
	});
}

/** One entry per officer and meeting. Trainers and judges comment too, but have no ledger. @returns how many officers */
async function creditOfficers(ctx: SignedIn, { meeting, comments }: KnownMeeting): Promise<number> {
	const officers = new Map((await readOfficers(ctx)).map(({ id, unitId }) => [id, unitId]));
	const credits = [...creditsOf(comments)].filter(([officerId]) => officers.has(officerId));
	for (const [officerId, ids] of credits) {
		await recordEntry(ctx, {
			...{ officerId, unitId: officers.get(officerId)!, day: dayOf(ctx.now), complete: true },
			...{ source: 'commentary', sourceId: `${meeting.id}:${officerId}` },
			facts: ids.map((id) => pieceFact(`comment:${id}@1`, 100))
		});
	}
	return credits.length;
}
