import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { CheckedDraft } from '../../domain/draft-view.ts';
import { judgeDraft } from '../../domain/judge-draft.ts';
import { viewReport } from '../../domain/report-view.ts';
import * as drafts from '../repository/drafts.server.ts';
import { taskOf } from '../task-cache.server.ts';

/** What the machine says about an own open draft as it is stored. The use is counted, the state kept as a version. */
export async function checkDraft(ctx: Ctx, id: string): Promise<Result<CheckedDraft>> {
	const { db, actor, now } = authorisePerson(ctx, 'drafting.practise');
	const counted = isId(id) ? await drafts.countCheck(db, id, { officerId: actor.personId, now }) : null;
	if (!counted) return refuse('no-such-draft', '没有这份文书，或者已经提交。');
	const { body, book, kind, around } = await taskOf(db, counted.taskId, counted.taskVersion);
	const report = judgeDraft({ task: body, entries: counted.entries, book, around });
	return ok({ report: viewReport(report, kind), checks: counted.checks });
}
