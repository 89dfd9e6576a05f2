import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatShortDay } from '#lib/shared/time.ts';
import type { TaskPage } from '../../domain/draft-view.ts';
import type { Entries } from '../../domain/entries.ts';
import { viewTask } from '../../domain/task-view.ts';
import * as drafts from '../repository/drafts.server.ts';
import { type ReadyTask, currentTask, taskOf } from '../task-cache.server.ts';

/** An own draft with its task, whether handed in or not: for the page that writes it, for paper and for word files. */
export interface OwnDraft {
	readonly row: drafts.StoredDraft;
	readonly task: ReadyTask;
}

/** An officer's own draft. Holds the model: what leaves the server is for the caller to choose. */
export async function readOwnDraft(ctx: Ctx, id: string): Promise<Result<OwnDraft>> {
	const { db, actor } = authorisePerson(ctx, 'drafting.practise');
	const row = isId(id) ? await drafts.selectDraft(db, id, actor.personId) : null;
	if (!row) return refuse('no-such-draft', '没有这份文书。');
	return ok({ row, task: await taskOf(db, row.taskId, row.taskVersion) });
}

/** A task with its material, and the own draft of it that is not handed in. */
export async function readTask(ctx: Ctx, taskId: string): Promise<Result<TaskPage>> {
	authorise(ctx, 'drafting.readTasks');
	const mayWrite = mayRun(ctx.actor, 'drafting.practise');
	const person = ctx.actor!.personId;
	const row = mayWrite ? await drafts.selectOpen(ctx.db, person, taskId) : null;
	const task = row ? await taskOf(ctx.db, taskId, row.taskVersion) : await currentTask(ctx.db, taskId);
	if (!task) return refuse('no-such-task', '没有这个文书任务，可能已经撤下。');
	const draft = row && {
		...{ id: row.id, person, entries: row.entries, checks: row.checks },
		savedAt: `${formatShortDay(dayOf(row.savedAt))} ${clockOf(row.savedAt)}`
	};
	return ok({ task: viewTask(task), form: task.form, draft, mayWrite });
}

/** What an own open draft holds now, for a tab that was left alone for a while. */
export async function readEntriesNow(ctx: Ctx, id: string): Promise<Result<Entries>> {
	const { db, actor } = authorisePerson(ctx, 'drafting.practise');
	const row = isId(id) ? await drafts.selectDraft(db, id, actor.personId) : null;
	return row && !row.submittedAt ? ok(row.entries) : refuse('no-such-draft', '没有这份文书，或者已经提交。');
}
