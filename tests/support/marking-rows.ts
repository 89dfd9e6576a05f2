import { EMPTY_CRITERION } from '#lib/drafting/domain/guide-form.ts';
import { readWeakFilter } from '#lib/drafting/figures-forms.ts';
import { EMPTY_TASK } from '#lib/drafting/domain/task-form.ts';
import * as tasks from '#lib/drafting/server/use-cases/build-task.server.ts';
import * as figures from '#lib/drafting/server/use-cases/drafting-figures.server.ts';
import * as guides from '#lib/drafting/server/use-cases/guides.server.ts';
import * as marking from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import { readMarkingLoads } from '#lib/drafting/server/use-cases/marking-loads.server.ts';
import { answerObjection, raiseObjection } from '#lib/drafting/server/use-cases/objections.server.ts';
import { readMarking, readMarkingQueue } from '#lib/drafting/server/use-cases/read-marking.server.ts';
import { readMarks } from '#lib/drafting/server/use-cases/read-marks.server.ts';
import { readStudioHome } from '#lib/drafting/server/use-cases/studio-home.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';

type Rows = Record<string, (ctx: Ctx) => unknown>;

const NOBODYS = '01990000-0000-7000-8000-000000000000';
const NO_SOURCE = { file: 'nothing', document: 'nothing' };
const SHEET = { levels: {}, comments: [] };
const ANSWER = { ...SHEET, outcome: 'stands', answer: '原评分适当，理由如下。' } as const;
const FORM = { title: '细则', limit: '10', documents: [], criteria: [EMPTY_CRITERION] };

/** For those who mark: trainers, legal reviewers, judges. */
export const markerRows: Rows = {
	readMarkingQueue: (ctx) => readMarkingQueue(ctx),
	readMarkingLoads: (ctx) => readMarkingLoads(ctx),
	readMarking: (ctx) => readMarking(ctx, NOBODYS),
	saveMarking: (ctx) => marking.saveMarking(ctx, NOBODYS, SHEET),
	giveMark: (ctx) => marking.giveMark(ctx, NOBODYS, SHEET),
	recuseMarking: (ctx) => marking.recuseMarking(ctx, NOBODYS, '认出了写法'),
	answerObjection: (ctx) => answerObjection(ctx, NOBODYS, ANSWER)
};

/** For officers, about what is their own. */
export const markedRows = (draft: () => string): Rows => ({
	readMarks: (ctx) => readMarks(ctx, draft()),
	raiseObjection: (ctx) => raiseObjection(ctx, draft(), '说理部分写明了两项证据。')
});

/** For trainers. */
export const studioRows: Rows = {
	readStudioHome: (ctx) => readStudioHome(ctx),
	readAgreement: (ctx) => figures.readAgreement(ctx),
	readWeakRules: (ctx) => figures.readWeakRules(ctx, readWeakFilter(new URLSearchParams())),
	readNewcomers: (ctx) => figures.readNewcomers(ctx),
	readTaskBench: (ctx) => tasks.readTaskBench(ctx, NO_SOURCE),
	composeTask: (ctx) => tasks.composeTask(ctx, NO_SOURCE, EMPTY_TASK),
	readGuides: (ctx) => guides.readGuides(ctx),
	readGuide: (ctx) => guides.readGuide(ctx, 'nothing'),
	composeGuide: (ctx) => guides.composeGuide(ctx, 'nothing', FORM, 1)
};
