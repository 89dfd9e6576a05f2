import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { judgeDraft } from '../../domain/judge-draft.ts';
import * as drafts from '../repository/drafts.server.ts';
import { taskOf } from '../task-cache.server.ts';

/**
 * Hands an own draft in as it is stored, once and for all: it is judged, and its state and the report never change again.
 * A second click finds what the first one did. @returns the draft's id, under which the report is read
 */
export async function submitDraft(ctx: Ctx, id: string): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'drafting.practise');
	return inTransaction(me, async ({ db, now, actor }) => {
		const row = isId(id) ? await drafts.lockDraft(db, id, actor.personId) : null;
		if (!row) return refuse('no-such-draft', '没有这份文书。');
		if (row.submittedAt) return ok(id);
		const { entries, taskId, taskVersion } = row;
		const { body, book, around } = await taskOf(db, taskId, taskVersion);
		const report = judgeDraft({ task: body, entries, book, around });
		await drafts.keepVersion(db, { id, reason: 'submit', now });
		const { score } = report.rules;
		await drafts.insertSubmission(db, { draftId: id, entries, report, score, submittedAt: now });
		return ok(id);
	});
}
