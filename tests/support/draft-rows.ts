import { checkDraft } from '#lib/drafting/server/use-cases/check-draft.server.ts';
import * as versions from '#lib/drafting/server/use-cases/draft-versions.server.ts';
import { importDocx } from '#lib/drafting/server/use-cases/import-docx.server.ts';
import { readTasks } from '#lib/drafting/server/use-cases/list-tasks.server.ts';
import { readEntriesNow, readOwnDraft, readTask } from '#lib/drafting/server/use-cases/own-drafts.server.ts';
import { readPaper, writePaper } from '#lib/drafting/server/use-cases/paper.server.ts';
import { readSubmission } from '#lib/drafting/server/use-cases/read-submission.server.ts';
import { saveDraft } from '#lib/drafting/server/use-cases/save-draft.server.ts';
import { startDraft } from '#lib/drafting/server/use-cases/start-draft.server.ts';
import { submitDraft } from '#lib/drafting/server/use-cases/submit-draft.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { storeTask } from './draft-task.ts';
import { valueOf } from './people.ts';

const TASK = 'permitted-task';

/** The use-cases that read tasks, for everybody who is signed in. */
export const taskRows: Record<string, (ctx: Ctx) => unknown> = {
	readTasks: (ctx) => readTasks(ctx, { kind: '', level: '', industry: '', done: '' }),
	readTask: (ctx) => readTask(ctx, TASK)
};

/** The use-cases of drafts, for officers; `draft` is somebody's. */
export const draftRows = (draft: () => string): Record<string, (ctx: Ctx) => unknown> => ({
	startDraft: (ctx) => startDraft(ctx, TASK),
	readOwnDraft: (ctx) => readOwnDraft(ctx, draft()),
	readEntriesNow: (ctx) => readEntriesNow(ctx, draft()),
	saveDraft: (ctx) => saveDraft(ctx, draft(), [{ field: 'facts', was: null, now: '写好的' }]),
	checkDraft: (ctx) => checkDraft(ctx, draft()),
	submitDraft: (ctx) => submitDraft(ctx, draft()),
	readSubmission: (ctx) => readSubmission(ctx, draft()),
	listVersions: (ctx) => versions.listVersions(ctx, draft()),
	compareVersion: (ctx) => versions.compareVersion(ctx, draft(), { from: 1, to: null }),
	keepVersion: (ctx) => versions.keepVersion(ctx, draft()),
	restoreVersion: (ctx) => versions.restoreVersion(ctx, draft(), 1),
	readPaper: (ctx) => readPaper(ctx, draft()),
	writePaper: (ctx) => writePaper(ctx, draft()),
	importDocx: (ctx) => importDocx(ctx, draft(), new Uint8Array(0))
});

/** A task, and an open draft of this officer. @returns its id */
export async function makeDraft(officer: Ctx): Promise<string> {
	await storeTask(officer.db, TASK);
	return valueOf(await startDraft(officer, TASK));
}
