import * as scores from '#lib/cases/server/use-cases/case-scores.server.ts';
import * as comments from '#lib/cases/server/use-cases/commentary-comments.server.ts';
import * as minutes from '#lib/cases/server/use-cases/commentary-minutes.server.ts';
import * as plan from '#lib/cases/server/use-cases/commentary-plan.server.ts';
import * as queue from '#lib/cases/server/use-cases/commentary-queue.server.ts';
import * as read from '#lib/cases/server/use-cases/commentary-read.server.ts';
import * as record from '#lib/cases/server/use-cases/commentary-record.server.ts';
import * as run from '#lib/cases/server/use-cases/commentary-run.server.ts';
import { readCaseMaterial } from '#lib/drafting/server/use-cases/case-material.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { planOf, sheetOf } from './commentary.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;
const NO_ID = '01980000-0000-7000-8000-000000000000';
const item = { caseId: 'one', minutes: 20, expertId: NO_ID, speakers: [NO_ID] };
const QUARTER = '2026-Q4';

/** The use-cases of commentary as rows of the permission table: for whoever works on cases. */
export const readerRows: Rows = {
	readMeetings: (ctx) => read.readMeetings(ctx, ''),
	readMeeting: (ctx) => read.readMeeting(ctx, NO_ID),
	readChangeCount: (ctx) => run.readChangeCount(ctx, NO_ID),
	readMinutes: (ctx) => minutes.readMinutes(ctx, NO_ID),
	writeMinutes: (ctx) => minutes.writeMinutes(ctx, NO_ID),
	readCommentTitles: (ctx) => queue.readCommentTitles(ctx, [NO_ID]),
	keepNote: (ctx) => record.keepNote(ctx, NO_ID, { id: NO_ID, itemId: null, seen: 0, text: '记录' }),
	finishAction: (ctx) => record.finishAction(ctx, NO_ID, { actionId: NO_ID, note: '办好了' }),
	writeComment: (ctx) =>
		comments.writeComment(ctx, NO_ID, { id: NO_ID, itemId: NO_ID, area: 'law', paragraph: null, text: '意见' }),
	withdrawComment: (ctx) => comments.withdrawComment(ctx, NO_ID),
	readCaseScores: (ctx) => scores.readCaseScores(ctx, QUARTER),
	readScoreQuarter: (ctx) => scores.readScoreQuarter(ctx, QUARTER)
};
/** For those who train or organise. */
export const organiserRows: Rows = {
	readPlanChoices: (ctx) => plan.readPlanChoices(ctx),
	planMeeting: (ctx) => plan.planMeeting(ctx, NO_ID, planOf(NO_ID)),
	replanMeeting: (ctx) => plan.replanMeeting(ctx, NO_ID, planOf(NO_ID)),
	addToAgenda: (ctx) => plan.addToAgenda(ctx, NO_ID, item),
	changeAgendaItem: (ctx) => plan.changeAgendaItem(ctx, NO_ID, NO_ID, item),
	raiseAgendaItem: (ctx) => plan.raiseAgendaItem(ctx, NO_ID, NO_ID),
	dropFromAgenda: (ctx) => plan.dropFromAgenda(ctx, NO_ID, NO_ID),
	openMeeting: (ctx) => run.openMeeting(ctx, NO_ID),
	callItem: (ctx) => run.callItem(ctx, NO_ID, NO_ID),
	endItem: (ctx) => run.endItem(ctx, NO_ID),
	endMeeting: (ctx) => run.endMeeting(ctx, NO_ID),
	cancelMeeting: (ctx) => run.cancelMeeting(ctx, NO_ID, '会场临时占用'),
	addAction: (ctx) => record.addAction(ctx, NO_ID, { text: '改清单', ownerId: NO_ID, dueOn: '2026-12-01', seen: 0 }),
	publishMinutes: (ctx) => minutes.publishMinutes(ctx, NO_ID)
};
/** For trainers and legal reviewers. */
export const markerRows: Rows = {
	giveVerdict: (ctx) =>
		record.giveVerdict(ctx, NO_ID, {
			itemId: NO_ID,
			seen: 0,
			strengths: '',
			faults: '',
			better: '更好',
			lesson: '启示'
		}),
	signCaseSheet: (ctx) => scores.signCaseSheet(ctx, QUARTER, { caseId: 'one', sheet: sheetOf() })
};
/** For trainers only. */
export const trainerRows: Rows = {
	moderateComment: (ctx) =>
		comments.moderateComment(ctx, { commentId: NO_ID, decision: 'accepted', reason: '', into: null, seen: 0 }),
	readCaseMaterial: (ctx) => readCaseMaterial(ctx, { kind: 'review', id: 'none' }),
	readModerationQueue: (ctx) => queue.readModerationQueue(ctx),
	nominateCase: (ctx) => scores.nominateCase(ctx, QUARTER, { caseId: 'none', reason: '证据链讲得清楚' })
};
