import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type Table, textOfCell } from '#lib/shared/table.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { FIELDS, FIELD_KEYS, type Field, type Mapping, recogniseColumns } from '../../domain/import/fields.ts';
import { IMPORT_SOURCES, IMPORT_STATES } from '../../domain/import/import-states.ts';
import { type Decision, VERDICTS, type Verdict } from '../../domain/import/judgement.ts';
import { authoriseImporter, findImport } from '../importer.server.ts';
import { judgeTable } from '../judge-table.server.ts';
import * as repository from '../repository/people-import.server.ts';
import type { ImportRow } from '../repository/people-import.server.ts';
import { readPeople } from './directory.server.ts';

const PAGE_ROWS = 50;
/** Rows offered as the row of heads, and characters of a head that are shown. */
const HEAD_CHOICES = 10;
const HEAD_CHARACTERS = 20;

export interface PreviewPlace {
	/** Rows of which verdict; null = of all. */
	readonly show: Verdict | null;
	/** 1 = first. */
	readonly page: number;
}

/** One import: a draft with its mapping and what confirming would do row by row, or a confirmed one with what it did. */
export async function readPeopleImport(ctx: Ctx, id: string, place: PreviewPlace) {
	const me = authoriseImporter(ctx);
	const row = await findImport(me, id);
	if (!row) return refuse('no-such-import', '没有这次导入。');
	const people = await readPeople(ctx, [row.uploadedBy ?? [], row.undoneBy ?? []].flat());
	const sayAt = (at: Date | null) => (at === null ? null : `${dayOf(at)} ${clockOf(at)}`);
	const about = {
		...{ id, name: row.name, digest: row.digest, state: row.state, stateLabel: IMPORT_STATES[row.state] },
		...{ counts: row.counts, makesUnits: row.makesUnits, uploadedAt: sayAt(row.uploadedAt)! },
		...{ finishedAt: sayAt(row.finishedAt), undoneAt: sayAt(row.undoneAt) },
		by: row.uploadedBy === null ? IMPORT_SOURCES[row.source] : (people.get(row.uploadedBy)?.name ?? '—'),
		undoneBy: people.get(row.undoneBy ?? '')?.name ?? null,
		isLast: row.state === 'done' && (await repository.selectLastDone(ctx.db)) === id
	};
	return ok({ ...about, ...(await draftOf(ctx, row, place)) });
}

/** What is shown of a draft; nothing of an import that has ended. */
async function draftOf(ctx: Ctx, { content, mapping, makesUnits, decisions }: ImportRow, place: PreviewPlace) {
	const columns = content && columnsOf(content, mapping);
	const isMapped = content !== null && mapping?.columns.name !== undefined;
	const preview = isMapped ? await previewOf(ctx, { content, mapping, makesUnits, decisions }, place) : null;
	return { columns, preview };
}

async function previewOf(ctx: Ctx, draft: Parameters<typeof judgeTable>[1], { show, page }: PreviewPlace) {
	const { rows, counts, newUnits, digest } = await judgeTable(ctx, draft);
	const shown = show === null ? rows : rows.filter(({ verdict }) => verdict === show);
	const pages = Math.max(1, Math.ceil(shown.length / PAGE_ROWS));
	const at = Math.min(page, pages);
	const acts = rows.map(({ act }) => act.kind);
	return {
		...{ counts, digest, show, page: at, pages, total: rows.length },
		remarks: draft.content.remarks,
		newUnits: newUnits.map(({ name }) => name),
		adds: acts.filter((kind) => kind === 'add').length,
		changes: acts.filter((kind) => kind === 'change').length,
		undecided: rows.filter(({ verdict, decision }) => verdict === 'doubtful' && decision === null).length,
		rows: shown.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS).map(({ act, ...row }) => ({
			...{ ...row, label: VERDICTS[row.verdict], hasAct: act.kind !== 'none' },
			account: act.kind === 'add' ? act.values.account : act.kind === 'change' ? act.after.account : row.person.account
		}))
	};
}
export type ImportPreview = Awaited<ReturnType<typeof previewOf>>;

/** What can be chosen in the mapping: the columns by their heads, and the first rows. */
function columnsOf({ rows }: Table, mapping: Mapping | null) {
	const heads = rows.find(({ number }) => number === mapping?.headRow)?.cells ?? [];
	const width = rows.slice(0, 200).reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const short = (text: string) => [...text.trim()].slice(0, HEAD_CHARACTERS).join('');
	const columns = Array.from({ length: width }, (_, index) => {
		const head = short(textOfCell(heads[index]));
		return { index, text: head === '' ? `第 ${letterOf(index)} 列` : `${letterOf(index)} ${head}` };
	});
	const headRows = rows.slice(0, HEAD_CHOICES).map(({ number, cells }) => ({
		number,
		text: `第 ${number} 行：${short(cells.map(textOfCell).filter(Boolean).join(' '))}`
	}));
	const fields = FIELD_KEYS.map((field) => ({ field, label: FIELDS[field], column: mapping?.columns[field] ?? null }));
	return { columns, headRows, fields, headRow: mapping?.headRow ?? null };
}

const letterOf = (index: number): string =>
	(index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26));

export interface GivenMapping {
	readonly headRow: number | null;
	readonly columns: Readonly<Partial<Record<Field, number>>>;
	readonly makesUnits: boolean;
}

/** Sets which column says what. Another row of heads is read for what it says itself. */
export async function mapPeopleImport(ctx: Ctx, id: string, given: GivenMapping): Promise<Result<null>> {
	const row = await findImport(authoriseImporter(ctx), id);
	if (!row) return refuse('no-such-import', '没有这次导入。');
	if (row.content === null) return refuse('not-open', '这次导入已经确认，不能再改。');
	const { headRow, columns, makesUnits } = given;
	const isOther = row.mapping?.headRow !== headRow && headRow !== null;
	const below = isOther ? row.content.rows.filter(({ number }) => number === headRow) : [];
	const recognised = recogniseColumns({ rows: below });
	const twice = Object.values(columns).find((column, at, all) => all.indexOf(column) !== at);
	if (!recognised && twice !== undefined) return refuse('twice', '两项选了同一列，请核对。', 'columns');
	const mapping: Mapping = recognised ?? { headRow, columns };
	await repository.saveMapping(ctx.db, id, { mapping, makesUnits });
	const hasName = mapping.columns.name !== undefined;
	return hasName ? ok(null) : refuse('no-name', '请选出哪一列是姓名。', 'columns');
}

/** Keeps what somebody decided about doubtful rows, one by one. */
export async function decidePeopleRows(
	ctx: Ctx,
	id: string,
	decisions: Readonly<Record<number, Decision>>
): Promise<Result<null>> {
	const row = await findImport(authoriseImporter(ctx), id);
	if (!row) return refuse('no-such-import', '没有这次导入。');
	if (row.state !== 'draft') return refuse('not-open', '这次导入已经确认，不能再改。');
	await repository.saveDecisions(ctx.db, id, decisions);
	return ok(null);
}
