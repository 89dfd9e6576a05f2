import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { countOutcomes } from '../../domain/import/judgement.ts';
import { authoriseImporter, findImport } from '../importer.server.ts';
import { judgeTable } from '../judge-table.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { holdPeople } from '../repository/imported-people.server.ts';
import * as repository from '../repository/people-import.server.ts';
import { auditImport, writeImport } from '../write-import.server.ts';

/**
 * Does what the preview showed, in one transaction, or nothing. Whoever confirms says what was shown by its digest; if people have
 * changed since, the preview is to be looked at again. Confirming twice is confirming once.
 */
export async function confirmPeopleImport(ctx: Ctx, id: string, shown: string): Promise<Result<null>> {
	const me = authoriseImporter(ctx);
	if (!(await findImport(me, id))) return refuse('no-such-import', '没有这次导入。');
	return changeIdentity(me, async (inner) => {
		const row = await repository.lockImport(inner.db, id);
		if (!row) return refuse('no-such-import', '没有这次导入。');
		if (row.state === 'undone') return refuse('undone', '这次导入已经撤销。');
		if (row.content === null) return ok(null);
		const { content, mapping, makesUnits, decisions, name, digest } = row;
		if (mapping?.columns.name === undefined) return refuse('no-name', '请选出哪一列是姓名。', 'columns');
		await holdPeople(inner.db);
		const judged = await judgeTable(inner, { content, mapping, makesUnits, decisions });
		if (judged.digest !== shown) return refuse('changed', '打开预览以后人员资料有了变化，请核对新的预览再确认。');
		await writeImport(inner, id, judged);
		const counts = countOutcomes(judged.rows);
		await repository.finishImport(inner.db, id, { counts, finishedAt: inner.now });
		await auditImport(inner, id, { name, digest, counts }, judged);
		return ok(null);
	});
}
