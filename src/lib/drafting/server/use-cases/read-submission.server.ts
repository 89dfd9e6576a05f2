import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay } from '#lib/shared/time.ts';
import { type SubmissionView, viewSubmission } from '../../domain/submission-view.ts';
import * as drafts from '../repository/drafts.server.ts';
import { taskOf } from '../task-cache.server.ts';

/** What an officer handed in, what the machine found, and how it should have been. */
export async function readSubmission(ctx: Ctx, id: string): Promise<Result<SubmissionView>> {
	const { db, actor } = authorisePerson(ctx, 'drafting.practise');
	const row = isId(id) ? await drafts.selectSubmission(db, id, actor.personId) : null;
	if (!row) return refuse('no-such-submission', '没有这份文书，或者还没有提交。');
	const { submission, draft } = row;
	const task = await taskOf(db, draft.taskId, draft.taskVersion);
	const at = `${formatDay(dayOf(submission.submittedAt))} ${clockOf(submission.submittedAt)}`;
	return ok(viewSubmission(task, { ...submission, at, checks: draft.checks }));
}
