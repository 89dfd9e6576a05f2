import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { entriesOf } from '../../domain/read-entries.ts';
import * as drafts from '../repository/drafts.server.ts';
import { currentTask } from '../task-cache.server.ts';

/** Begins the document of a task, or finds the one that is not handed in yet. @returns the draft's id */
export async function startDraft(ctx: Ctx, taskId: string): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'drafting.practise');
	const task = await currentTask(me.db, taskId);
	if (!task) return refuse('no-such-task', '没有这个文书任务，可能已经撤下。');
	const { now, actor } = me;
	const begun = {
		...{ id: newId(now), officerId: actor.personId, unitId: actor.unitId, startedAt: now, savedAt: now },
		...{ taskId: task.id, taskVersion: task.version, entries: entriesOf(task.kind, task.body.prefilled) }
	};
	return ok(await inTransaction(me, ({ db }) => drafts.insertDraft(db, begun)));
}
