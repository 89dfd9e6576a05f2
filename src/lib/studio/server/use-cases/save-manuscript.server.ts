import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf } from '#lib/shared/time.ts';
import { type FieldChange, LONGEST, lengthOf, titleOf } from '../../domain/manuscript.ts';
import { type Conflict, saveFields } from '../../domain/save-fields.ts';
import { STATES } from '../../domain/workflow.ts';
import { kindOf } from '../kinds.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { keepVersion } from '../repository/versions.server.ts';

/** A version is kept when the last one is so old. */
const VERSION_SECONDS = 180;

export const NO_MANUSCRIPT = refuse('no-such-manuscript', '没有这篇稿件。');

/**
 * Stores changes of a draft part by part, each only where the part still is as it was when the change began. Whoever saves
 * becomes an author. A text under review stands still.
 */
export async function saveManuscript(
	ctx: Ctx,
	id: string,
	changes: readonly FieldChange[]
): Promise<Result<{ savedAt: string; conflicts: readonly Conflict[] }>> {
	const me = authorisePerson(ctx, 'studio.writeManuscripts');
	return inTransaction(me, async ({ db, now, actor }) => {
		const row = isId(id) ? await manuscripts.lockManuscript(db, id) : null;
		if (!row) return NO_MANUSCRIPT;
		if (row.state !== 'draft') {
			return refuse('stands-still', `这篇稿件${STATES[row.state]}，文字不能改；要改先“退回修改”。`);
		}
		const names = new Set(kindOf(row.kind).fields.map(({ name }) => name));
		const stranger = changes.find(({ field }) => !names.has(field));
		if (stranger) return refuse('no-such-field', '有一栏不能识别，没有保存；请刷新页面。', stranger.field);
		const { fields, isChanged, conflicts } = saveFields(row.fields, changes);
		if (lengthOf(fields) > LONGEST) {
			return refuse('too-long', `整篇稿件超过了 ${LONGEST / 10_000} 万字，没有保存；请删减后再试。`);
		}
		if (isChanged) {
			const by = actor.personId;
			await manuscripts.writeManuscript(db, id, { fields, title: titleOf(fields), by, now });
			await keepVersion(db, id, { reason: 'auto', by, now, ageSeconds: VERSION_SECONDS });
		}
		return ok({ savedAt: clockOf(isChanged ? now : row.savedAt), conflicts });
	});
}
