import { recordAudit } from '#lib/platform/audit.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type PresentPerson, judgeUndo } from '../../domain/import/judge-undo.ts';
import { authoriseImporter, findImport } from '../importer.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { holdPeople, updatePeople } from '../repository/imported-people.server.ts';
import * as imports from '../repository/people-import.server.ts';
import * as undone from '../repository/undone-people.server.ts';

/** Takes the last import back, as long as nobody it made has been used and nothing it changed was changed again: all of it, or nothing. */
export async function undoPeopleImport(ctx: Ctx, id: string): Promise<Result<null>> {
	const me = authoriseImporter(ctx);
	if (!(await findImport(me, id))) return refuse('no-such-import', '没有这次导入。');
	return changeIdentity(me, async (inner) => {
		const row = await imports.lockImport(inner.db, id);
		if (row?.state === 'undone') return ok(null);
		if (row?.state !== 'done') return refuse('not-done', '这次导入还没有确认。');
		if ((await imports.selectLastDone(inner.db)) !== id)
			return refuse('not-last', '之后又有别的导入；只有最后一次导入可以撤销。');
		await holdPeople(inner.db);
		const changes = await imports.selectChanges(inner.db, id);
		const added = changes.filter(({ before }) => before === null).map(({ personId }) => personId);
		const used = new Set(await undone.selectUsed(inner.db, added));
		const present: PresentPerson[] = await undone.selectPresent(
			inner.db,
			changes.map(({ personId }) => personId)
		);
		const judged = judgeUndo(changes, present, used);
		if (!judged.ok) return judged;
		await imports.markUndone(inner.db, id, { undoneBy: me.actor.personId, undoneAt: inner.now });
		await undone.deleteRoles(
			inner.db,
			changes.flatMap(({ grants }) => grants)
		);
		await undone.deletePeople(inner.db, added);
		await updatePeople(inner.db, judged.value);
		const detail = { name: row.name, digest: row.digest, removed: added.length, restored: judged.value.length };
		await recordAudit(inner, 'identity.undoPeopleImport', `person-import:${id}`, detail);
		return ok(null);
	});
}
