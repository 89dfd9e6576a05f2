import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf } from '#lib/shared/time.ts';
import { type FieldChange, applyChanges } from '../../domain/apply-changes.ts';
import type { SavedDraft } from '../../domain/draft-view.ts';
import { DRAFT_LIMITS, fitsShape } from '../../domain/fit-entries.ts';
import type { RecordShape } from '../../domain/shape.ts';
import * as drafts from '../repository/drafts.server.ts';
import { taskOf } from '../task-cache.server.ts';

/** An own version is kept when the last one is so old. */
const VERSION_SECONDS = 180;

/**
 * Stores changes of an own open draft field by field, each only where the field still is as it was when the change began.
 * Sending the same changes again does nothing.
 */
export async function saveDraft(ctx: Ctx, id: string, changes: readonly FieldChange[]): Promise<Result<SavedDraft>> {
	const me = authorisePerson(ctx, 'drafting.practise');
	return inTransaction(me, async ({ db, now, actor }) => {
		const row = isId(id) ? await drafts.lockDraft(db, id, actor.personId) : null;
		if (!row) return NO_DRAFT;
		if (row.submittedAt) return refuse('handed-in', '这份文书已经提交，不能再改。');
		const { kind } = await taskOf(db, row.taskId, row.taskVersion);
		const stranger = changes.find((change) => !fits(change, kind.shape));
		if (stranger) return refuse('no-such-field', '有一栏的内容不能识别，没有保存；请刷新页面。', stranger.field);
		const { entries, isChanged, conflicts } = applyChanges(row.entries, changes);
		if (JSON.stringify(entries).length > DRAFT_LIMITS.characters) {
			return refuse('too-long', `整份文书超过了 ${DRAFT_LIMITS.characters / 10_000} 万字，没有保存；请删减后再试。`);
		}
		const kept = { id, reason: 'auto', now } as const;
		if (isChanged) await drafts.writeEntries(db, kept, { entries, ageSeconds: VERSION_SECONDS });
		return ok({ savedAt: clockOf(isChanged ? now : row.savedAt), conflicts });
	});
}

export const NO_DRAFT = refuse('no-such-draft', '没有这份文书。');

const fits = ({ field, now }: FieldChange, { parts }: RecordShape) =>
	Object.hasOwn(parts, field) && (now === null || fitsShape(now, parts[field]!.shape));
