import { createHash } from 'node:crypto';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readTableFile } from '#lib/platform/table-file/read-table-file.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { addDays, clockOf, dayOf, instantOf } from '#lib/shared/time.ts';
import { choosePeopleTable } from '../../domain/import/choose-table.ts';
import { recogniseColumns } from '../../domain/import/fields.ts';
import { IMPORT_SOURCES, IMPORT_STATES } from '../../domain/import/import-states.ts';
import { administersAll, authoriseImporter, findImport } from '../importer.server.ts';
import * as repository from '../repository/people-import.server.ts';
import { readPeople } from './directory.server.ts';

const SHOWN_IMPORTS = 30;
/** A table of people is not kept longer for somebody to confirm it. */
const DRAFT_DAYS = 7;
const NAME_CHARACTERS = 120;

/** Takes a file with a table of people as a draft: nothing is imported yet. The same file again is the same draft. */
export async function uploadPeople(ctx: Ctx, file: File | null): Promise<Result<string>> {
	const me = authoriseImporter(ctx);
	if (!file || file.name === '') return refuse('no-file', '请选择一个表格文件：.xlsx 或 .csv。', 'file');
	const bytes = Buffer.from(await file.arrayBuffer());
	const digest = createHash('sha256').update(bytes).digest('hex');
	const known = await repository.findDraft(ctx.db, me.actor.personId, digest);
	if (known !== null) return ok(known);
	const read = await readTableFile(bytes);
	if (!read.ok) return { ok: false, refusal: { ...read.refusal, field: 'file' } };
	const content = choosePeopleTable(read.value);
	const id = newId(ctx.now);
	await repository.deleteDrafts(ctx.db, { before: instantOf(addDays(dayOf(ctx.now), -DRAFT_DAYS)) });
	await repository.insertImport(ctx.db, {
		...{ id, name: nameOf(file.name), digest, source: 'web', state: 'draft', content },
		...{ mapping: recogniseColumns(content), makesUnits: false, decisions: {} },
		...{ uploadedBy: me.actor.personId, uploadedAt: ctx.now }
	});
	return ok(id);
}

const nameOf = (name: string) => [...name.replace(/\p{C}/gu, '')].slice(-NAME_CHARACTERS).join('') || '未命名';

/** The latest imports: one's own, or everybody's for who administers the whole bureau. */
export async function readPeopleImports(ctx: Ctx) {
	const me = authoriseImporter(ctx);
	const mine = (await administersAll(me)) ? null : me.actor.personId;
	const rows = await repository.selectImports(ctx.db, mine, SHOWN_IMPORTS);
	const people = await readPeople(ctx, [...new Set(rows.flatMap(({ uploadedBy }) => uploadedBy ?? []))]);
	return rows.map(({ id, name, state, source, counts, uploadedBy, uploadedAt }) => ({
		...{ id, name, counts, stateLabel: IMPORT_STATES[state] },
		by: uploadedBy === null ? IMPORT_SOURCES[source] : (people.get(uploadedBy)?.name ?? '—'),
		at: `${dayOf(uploadedAt)} ${clockOf(uploadedAt)}`
	}));
}

/** Gives a draft up; its table is deleted. */
export async function dropPeopleImport(ctx: Ctx, id: string): Promise<Result<null>> {
	const row = await findImport(authoriseImporter(ctx), id);
	if (!row) return refuse('no-such-import', '没有这次导入。');
	if (row.state !== 'draft') return refuse('not-open', '这次导入已经确认，不能放弃；可以撤销。');
	await repository.deleteDrafts(ctx.db, { id });
	return ok(null);
}
