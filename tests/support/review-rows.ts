import { drawRound, readPool } from '#lib/drafting/server/use-cases/panel-draw.server.ts';
import { readPanelFile, readPanels } from '#lib/drafting/server/use-cases/panel-read.server.ts';
import * as panels from '#lib/drafting/server/use-cases/panel-work.server.ts';
import { readReviewFiles, readReviewTitles } from '#lib/drafting/server/use-cases/review-list.server.ts';
import { readReviewFile } from '#lib/drafting/server/use-cases/review-read.server.ts';
import { readExtraFindings, ruleOnFinding } from '#lib/drafting/server/use-cases/review-rulings.server.ts';
import * as work from '#lib/drafting/server/use-cases/review-work.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { REVIEW, findingOf, sheetOf } from './review-file.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;
const NO_FILE = '01980000-0000-7000-8000-000000000000';
const one = { document: null, rule: 'FILE-11' };
const ruling = { ...one, verdict: 'accepted', severity: 'minor', reason: '目录没有页码', seen: 0 } as const;

/** The use-cases of file review as rows of the permission table: for officers, trainers and all who may look at files. */
export const reviewerRows: Rows = {
	startReview: (ctx) => work.startReview(ctx, REVIEW),
	markFinding: (ctx) => work.markFinding(ctx, REVIEW, findingOf('FILE-11', { document: null })),
	withdrawFinding: (ctx) => work.withdrawFinding(ctx, REVIEW, one),
	restoreFinding: (ctx) => work.restoreFinding(ctx, REVIEW, one),
	handInReview: (ctx) => work.handInReview(ctx, REVIEW, sheetOf())
};
export const fileReaderRows: Rows = {
	readReviewFiles: (ctx) => readReviewFiles(ctx),
	readReviewTitles: (ctx) => readReviewTitles(ctx, [REVIEW]),
	readReviewFile: (ctx) => readReviewFile(ctx, REVIEW, { page: 'cover', field: null })
};
/** For those who train or organise. */
export const organiserRows: Rows = {
	readExtraFindings: (ctx) => readExtraFindings(ctx, REVIEW),
	ruleOnFinding: (ctx) => ruleOnFinding(ctx, REVIEW, ruling),
	readPool: (ctx) => readPool(ctx),
	drawRound: (ctx) => drawRound(ctx, { title: '四季度', period: '2026-Q4', count: 1, pool: [] }),
	answerPanelObjection: (ctx) =>
		panels.answerPanelObjection(ctx, NO_FILE, { isUpheld: false, changedTotal: null, answer: '' }),
	addItem: (ctx) => panels.addItem(ctx, NO_FILE, { text: '补页码', dueOn: '2026-12-01', seen: 0 }),
	recheckItem: (ctx) => panels.recheckItem(ctx, NO_FILE, { itemId: NO_FILE, step: 'passed', note: '', seen: 0 }),
	closePanelFile: (ctx) => panels.closePanelFile(ctx, NO_FILE),
	drawThirdAgain: (ctx) => panels.drawThirdAgain(ctx, NO_FILE),
	signSheet: (ctx) => panels.signSheet(ctx, NO_FILE, sheetOf())
};
/** For the unit that answers for a file: of no file nobody is. */
export const unitRows: Rows = {
	raisePanelObjection: (ctx) => panels.raisePanelObjection(ctx, NO_FILE, '评分依据不足'),
	reportItem: (ctx) => panels.reportItem(ctx, NO_FILE, { itemId: NO_FILE, note: '已补', seen: 0 })
};
export const panelReaderRows: Rows = {
	readPanels: (ctx) => readPanels(ctx),
	readPanelFile: (ctx) => readPanelFile(ctx, NO_FILE, 'cover')
};
