import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { readTableFile } from '#lib/platform/table-file/read-table-file.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { choosePeopleTable } from '../../domain/import/choose-table.ts';
import { type Field, type Mapping, mapByHeads } from '../../domain/import/fields.ts';
import type { JudgedRow, Judgement, Verdict } from '../../domain/import/judgement.ts';
import { type Judged, judgeTable } from '../judge-table.server.ts';
import { changeIdentity } from '../recent-sessions.server.ts';
import { holdPeople } from '../repository/imported-people.server.ts';
import { finishImport, insertImport } from '../repository/people-import.server.ts';
import { auditImport, writeImport } from '../write-import.server.ts';
import { type PasswordSlip, issueFor } from './first-passwords.server.ts';

interface ReportedRow {
	readonly row: number;
	readonly name: string | null;
	readonly account: string | null;
	readonly unit: string | null;
	readonly reasons: readonly string[];
	readonly differences?: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

export interface FileReport extends Readonly<Record<Verdict, readonly ReportedRow[]>> {
	/** Null when nothing was written. */
	readonly import: string | null;
	readonly counts: Judgement['counts'];
	readonly newUnits: readonly string[];
	readonly remarks: readonly string[];
	readonly slips: readonly PasswordSlip[];
	readonly until: string;
}

export interface FileWishes {
	/** Heads for fields that are not recognised by theirs. */
	readonly heads: Readonly<Partial<Record<Field, string>>>;
	readonly dryRun: boolean;
	readonly makesUnits: boolean;
	readonly withSlips: boolean;
}

/** A file from the command line, which answers to nobody: what is certain is written at once, what a person must decide is left out. */
export async function importPeopleFile(
	ctx: Ctx,
	file: { readonly name: string; readonly bytes: Buffer },
	{ heads, dryRun, makesUnits, withSlips }: FileWishes
): Promise<Result<FileReport>> {
	const read = await readTableFile(file.bytes);
	if (!read.ok) return read;
	const content = choosePeopleTable(read.value);
	const mapping = mapByHeads(content, heads);
	if (!mapping) return refuse('no-heads', '没有认出表头：至少要有“姓名”和另一列；可用 --column 姓名=表头 指明。');
	const table = { content, mapping, makesUnits, decisions: {} };
	if (dryRun) return ok(reportOf(await judgeTable(ctx, table), content.remarks));
	const digest = createHash('sha256').update(file.bytes).digest('hex');
	return changeIdentity(ctx, async (inner) => {
		await holdPeople(inner.db);
		const judged = await judgeTable(inner, table);
		const report = reportOf(judged, content.remarks);
		// The same file again leaves no trace but this answer.
		if (judged.rows.every(({ act }) => act.kind === 'none')) return ok(report);
		const id = await save(inner, { name: basename(file.name), digest, mapping }, judged);
		const issued = withSlips && judged.counts.new > 0 ? await issueFor(inner, id) : null;
		return ok({ ...report, import: id, ...(issued?.ok ? issued.value : {}) });
	});
}

async function save(inner: Ctx, about: { name: string; digest: string; mapping: Mapping }, judged: Judged) {
	const id = newId(inner.now);
	const { counts } = judged;
	await insertImport(inner.db, {
		...{ id, name: about.name, digest: about.digest, source: 'command', state: 'done', content: null },
		...{ mapping: null, makesUnits: false, decisions: {}, counts, uploadedBy: null, uploadedAt: inner.now }
	});
	await writeImport(inner, id, judged);
	await finishImport(inner.db, id, { counts, finishedAt: inner.now });
	await auditImport(inner, id, { name: about.name, digest: about.digest, counts }, judged);
	return id;
}

function reportOf({ rows, counts, newUnits }: Judged, remarks: readonly string[]): FileReport {
	const of = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).map(reportedRow);
	return {
		...{ import: null, counts, remarks, slips: [], until: '', newUnits: newUnits.map(({ name }) => name) },
		...{ new: of('new'), changed: of('changed'), unchanged: of('unchanged') },
		...{ doubtful: of('doubtful'), refused: of('refused') }
	};
}

const reportedRow = ({
	number,
	person: { name, account, unit },
	act,
	reasons,
	differences
}: JudgedRow): ReportedRow => ({
	...{ row: number, name, unit, reasons, account: act.kind === 'add' ? act.values.account : account },
	...(differences.length > 0 ? { differences } : {})
});
