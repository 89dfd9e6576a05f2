import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import type { Area } from '#lib/shared/piece.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { isModerated, takesComments } from '../../domain/commentary/meeting.ts';
import { type Decision, judgeComment, standingOf } from '../../domain/commentary/moderation.ts';
import { paragraphsOf } from '../../domain/commentary/paragraphs.ts';
import { withMeeting } from '../commentary-meeting.server.ts';
import * as comments from '../repository/commentary-comments.server.ts';
import * as meetings from '../repository/commentary-meetings.server.ts';

const NO_COMMENT = ['no-such-comment', '没有这条意见。'] as const;

export interface NewComment {
	/** Made by the page, so that a comment sent twice is one comment. */
	readonly id: string;
	readonly itemId: string;
	readonly area: Area;
	/** Index of a paragraph; null = the case as a whole. */
	readonly paragraph: number | null;
	readonly text: string;
}

/** Writes a comment on a case of the agenda, before or during the meeting. */
export async function writeComment(ctx: Ctx, meetingId: string, given: NewComment): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.comment');
	if (!isId(given.id)) return refuse('bad-id', '页面已经过期，请刷新再写。');
	return withMeeting(me, meetingId, async ({ db, now }, { state, items, comments: before }) => {
		const twin = before.find(({ id }) => id === given.id);
		if (twin?.text === given.text) return ok(null);
		const item = items.find(({ id }) => id === given.itemId);
		if (!item) return refuse('no-such-item', '选议程上的一个案例。', 'itemId');
		if (!takesComments(state)) return refuse('too-late', '会议已经结束，不再收意见。', 'text');
		const body = await meetings.selectVersionBody(db, item.caseId, item.caseVersion);
		const fits =
			given.paragraph === null || paragraphsOf(body?.blocks ?? []).some(({ index }) => index === given.paragraph);
		if (!fits) return refuse('no-such-paragraph', '案例里没有这一段。', 'paragraph');
		const row = { ...given, meetingId, authorId: me.actor.personId, at: now };
		const isNew = await comments.insertComment(db, row);
		return isNew ? ok(null) : refuse('bad-id', '这一页上的意见已经提交过，请刷新再写下一条。', 'text');
	});
}

/** Takes an own comment back while nobody has decided about it. */
export async function withdrawComment(ctx: Ctx, commentId: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.comment');
	const meetingId = await meetingOf(ctx, commentId);
	if (meetingId === null) return refuse(...NO_COMMENT);
	return withMeeting(me, meetingId, async ({ db, now }, known) => {
		const comment = known.comments.find(({ id }) => id === commentId);
		if (comment?.authorId !== me.actor.personId) return refuse(...NO_COMMENT);
		if (standingOf(comment) === 'withdrawn') return ok(null);
		if (standingOf(comment) !== 'pending') return refuse('decided', '已经审核过，不能撤回。');
		const row = { commentId, number: 1, decision: 'withdrawn' as const, reason: '', into: null };
		await comments.insertDecision(db, { ...row, by: me.actor.personId, at: now });
		return ok(null);
	});
}

const meetingOf = async (ctx: Ctx, commentId: string) =>
	isId(commentId) ? comments.selectMeetingOf(ctx.db, commentId) : null;

export interface RulingGiven {
	readonly commentId: string;
	readonly decision: Exclude<Decision, 'withdrawn'>;
	readonly reason: string;
	readonly into: string | null;
	/** How many decisions were on the page. */
	readonly seen: number;
}

/** A trainer accepts a comment, returns it with the reason or merges it into one that says the same; until the minutes stand. */
export async function moderateComment(ctx: Ctx, given: RulingGiven): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'cases.moderateComments');
	const { commentId } = given;
	const meetingId = await meetingOf(ctx, commentId);
	if (meetingId === null) return refuse(...NO_COMMENT);
	return withMeeting(me, meetingId, async (inner, known) => {
		if (!isModerated(known.state)) return refuse('closed', '纪要已经发布或者会议已经取消，不再审核。');
		const comment = known.comments.find(({ id }) => id === commentId)!;
		const judged = judgeComment(comment, known.comments, { ...given, moderatorId: me.actor.personId });
		if (!judged.ok) return judged;
		const row = { commentId, number: given.seen + 1, ...judged.value, by: me.actor.personId, at: inner.now };
		const isFirst = await comments.insertDecision(inner.db, row);
		if (!isFirst) return refuse('decided-meanwhile', '打开页面以后已有人审过这条意见，请看过再定。');
		await recordAudit(inner, 'cases.moderateComments', `comment:${commentId}`, { ...judged.value, meetingId });
		return ok(null);
	});
}
