import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import * as schema from '#db/schema/cases-commentary.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { AREAS } from '#lib/shared/piece.ts';
import { MEETING_STATES } from '../../domain/commentary/meeting.ts';
import { DECISIONS } from '../../domain/commentary/moderation.ts';

const { commentaryMeeting: meeting, commentaryStep: step, commentaryItem: item, commentarySpeaker: speaker } = schema;
const { commentaryNote: note, commentaryNoteText: noteText, commentaryComment: comment } = schema;
const { commentaryDecision: decision, commentaryVerdict: verdict, commentaryAction: action } = schema;
const { commentaryMinutes: minutes, caseNomination: nomination, caseScoreSheet: scoreSheet } = schema;

/** The title of a meeting, and of the case on an agenda, by what leads there. */
const meetingOf = (id: SQL) => sql<string>`(select m.title from commentary_meeting m where m.id = ${id})`;
const agendaOf = (id: SQL) => sql<string>`(select m.title || ' · ' || v.title from commentary_item i
	join commentary_meeting m on m.id = i.meeting_id
	join case_version v on v.id = i.case_id and v.version = i.case_version where i.id = ${id})`;
const caseOf = (table: 'case_nomination' | 'case_score_sheet') =>
	sql<string>`(select v.title from case_version v where v.id = ${sql.raw(table)}.case_id order by v.version desc limit 1)`;

const heldMeeting = (title: string, by: PgColumn): OwnRecord => ({
	...{ title, from: meeting, by, newest: meeting.startsAt },
	show: { 点评会: meeting.title, 时间: meeting.startsAt, 地点: meeting.place, 排定时间: meeting.plannedAt }
});
const ownAction = (title: string, by: PgColumn): OwnRecord => ({
	...{ title, from: action, by, newest: action.addedAt },
	show: {
		...{ 点评会: meetingOf(sql`commentary_action.meeting_id`), 事项: action.text, 期限: action.dueOn },
		...{ 登记时间: action.addedAt, 办理情况: action.doneNote, 办结时间: action.doneAt }
	}
});

/** What a person did and said at commentary meetings; what others said stands in the minutes, which every reader of commentary has. */
export const COMMENTARY_RECORDS: readonly OwnRecord[] = [
	...[heldMeeting('主持的点评会', meeting.chairId), heldMeeting('记录的点评会', meeting.recorderId)],
	heldMeeting('排定的点评会', meeting.plannedBy),
	{
		...{ title: '点评会的办理', from: step, by: step.by, newest: step.at },
		show: {
			点评会: meetingOf(sql`commentary_step.meeting_id`),
			...{ 状态: [step.state, MEETING_STATES], 理由: step.reason, 时间: step.at }
		}
	},
	{
		...{ title: '担任点评专家', from: item, by: item.expertId },
		show: { 议题: agendaOf(sql`commentary_item.id`), 开始时间: item.startedAt, 结束时间: item.endedAt }
	},
	{
		...{ title: '发言', from: speaker, by: speaker.personId },
		show: { 议题: agendaOf(sql`commentary_speaker.item_id`), 顺序: speaker.place }
	},
	{
		...{ title: '会议记录的条目', from: note, by: note.by, newest: note.at },
		show: { 编号: note.id, 点评会: meetingOf(sql`commentary_note.meeting_id`), 时间: note.at }
	},
	{
		...{ title: '会议记录的文字', from: noteText, newest: noteText.at },
		of: (personId) => sql`note_id in (select n.id from commentary_note n where n.by = ${personId})`,
		show: { 条目: noteText.noteId, 第几稿: noteText.revision, 文字: noteText.text, 时间: noteText.at }
	},
	{
		...{ title: '点评意见', from: comment, by: comment.authorId, newest: comment.at },
		show: {
			...{ 编号: comment.id, 议题: agendaOf(sql`commentary_comment.item_id`), 方面: [comment.area, AREAS] },
			...{ 段落: comment.paragraph, 意见: comment.text, 时间: comment.at }
		}
	},
	{
		...{ title: '对本人意见的处理', from: decision, newest: decision.at },
		of: (personId) => sql`comment_id in (select c.id from commentary_comment c where c.author_id = ${personId})`,
		show: {
			...{ 意见: decision.commentId, 处理: [decision.decision, DECISIONS], 理由: decision.reason, 时间: decision.at }
		}
	},
	{
		...{ title: '处理过的意见', from: decision, by: decision.by, newest: decision.at },
		show: { 处理: [decision.decision, DECISIONS], 理由: decision.reason, 时间: decision.at }
	},
	{
		...{ title: '专家点评', from: verdict, by: verdict.by, newest: verdict.at },
		show: {
			...{ 议题: agendaOf(sql`commentary_verdict.item_id`), 第几稿: verdict.revision, 优点: verdict.strengths },
			...{ 不足: verdict.faults, 更好的做法: verdict.better, 启示: verdict.lesson, 时间: verdict.at }
		}
	},
	...[ownAction('由本人办理的事项', action.ownerId), ownAction('本人登记的事项', action.addedBy)],
	ownAction('本人办结的事项', action.doneBy),
	{
		...{ title: '发布的纪要', from: minutes, by: minutes.publishedBy, newest: minutes.publishedAt },
		show: {
			...{ 点评会: meetingOf(sql`commentary_minutes.meeting_id`), 摘要: minutes.digest, 时间: minutes.publishedAt }
		}
	},
	{
		...{ title: '推荐的优秀案例', from: nomination, by: nomination.nominatedBy, newest: nomination.nominatedAt },
		show: {
			...{ 季度: nomination.quarter, 案例: caseOf('case_nomination'), 理由: nomination.reason },
			时间: nomination.nominatedAt
		}
	},
	{
		...{ title: '案例评分表', from: scoreSheet, by: scoreSheet.reviewerId, newest: scoreSheet.signedAt },
		show: {
			...{ 季度: scoreSheet.quarter, 案例: caseOf('case_score_sheet'), 评分: scoreSheet.sheet },
			时间: scoreSheet.signedAt
		}
	}
];
