import { createHash } from 'node:crypto';
import { authorise, authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { readPeople } from '#lib/identity/server/use-cases/directory.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatDay } from '#lib/shared/time.ts';
import { IMPORT_STATES } from '../../domain/import-report.ts';
import { ringUpload } from '../import-bell.server.ts';
import * as repository from '../repository/uploads.server.ts';

export const UPLOAD_BYTES = 64 * 1024 * 1024;
const UPLOAD_FILES = 200;
const SHOWN_IMPORTS = 30;
/** Remarks shown on the page; all of them are in the file for download. */
const SHOWN_REMARKS = 200;

/** Takes an upload of law texts; it is worked off in the background. The same upload while it is open is the same import. */
export async function acceptUpload(ctx: Ctx, files: readonly File[]): Promise<Result<string>> {
	const { actor } = authorisePerson(ctx, 'law.importTexts');
	const chosen = files.filter(({ name, size }) => name !== '' && size > 0);
	const bytes = chosen.reduce((sum, { size }) => sum + size, 0);
	const fault = whyNot(chosen, bytes);
	if (fault !== null) return refuse('upload', fault, 'files');
	const contents = await Promise.all(
		chosen.map(async (file) => ({ name: file.name, content: new Uint8Array(await file.arrayBuffer()) }))
	);
	const hash = createHash('sha256');
	for (const { name, content } of contents) hash.update(`${name}\0${content.byteLength}\0`).update(content);
	const digest = hash.digest('hex');
	const first = chosen[0]!.name;
	const name = chosen.length > 1 ? `${first} 等 ${chosen.length} 个文件` : first;
	const id = newId(ctx.now);
	const upload = { id, name, bytes, digest, uploadedBy: actor.personId, uploadedAt: ctx.now, files: contents };
	const isNew = await inTransaction(ctx, async (inner) => {
		const saved = await repository.saveUpload(inner.db, upload);
		if (saved) await recordAudit(inner, 'law.acceptUpload', `law-import:${id}`, { name, bytes, digest });
		return saved;
	});
	ringUpload();
	return ok(isNew ? id : ((await repository.selectOpen(ctx.db, digest))?.id ?? id));
}

function whyNot(files: readonly File[], bytes: number): string | null {
	if (files.length === 0) return '请选择要导入的文件：一个或多个 .md，或者一个 .tar.gz 归档。';
	if (files.length > UPLOAD_FILES) return `一次最多 ${UPLOAD_FILES} 个文件；更多时请打成 .tar.gz 归档。`;
	if (bytes > UPLOAD_BYTES) return `文件合计超过 ${UPLOAD_BYTES / 1024 / 1024} MB，请分几次上传。`;
	const other = files.find(({ name }) => !/\.(md|tar\.gz|tgz)$/i.test(name));
	return other ? `不能导入 ${other.name}：只接受 .md 和 .tar.gz。` : null;
}

/** The latest imports and whether one of them is under way. */
export async function readImports(ctx: Ctx) {
	authorise(ctx, 'law.importTexts');
	const rows = await repository.selectImports(ctx.db, SHOWN_IMPORTS);
	const people = await readPeople(ctx, [...new Set(rows.map(({ uploadedBy }) => uploadedBy))]);
	return rows.map(({ uploadedBy, ...row }) => ({ ...describe(row), by: people.get(uploadedBy)?.name ?? '—' }));
}

/** One import with its report. */
export async function readImport(ctx: Ctx, id: string) {
	authorise(ctx, 'law.importTexts');
	const row = isId(id) ? await repository.selectImport(ctx.db, id) : null;
	if (!row) return refuse('no-such-import', '没有这次导入。');
	const { report, uploadedBy, ...rest } = row;
	const people = await readPeople(ctx, [uploadedBy]);
	const shown = report && {
		...report,
		refused: report.refused.slice(0, SHOWN_REMARKS),
		warnings: report.warnings.slice(0, SHOWN_REMARKS),
		refusedCount: report.refused.length,
		warningCount: report.warnings.length
	};
	return ok({ ...describe(rest), by: people.get(uploadedBy)?.name ?? '—', report: shown });
}

/** The whole report of a finished import, for download. */
export async function readReport(ctx: Ctx, id: string) {
	authorise(ctx, 'law.importTexts');
	const row = isId(id) ? await repository.selectImport(ctx.db, id) : null;
	return row?.report ? ok(row.report) : refuse('no-such-report', '没有这份导入报告。');
}

const when = (instant: Date) => `${formatDay(dayOf(instant))} ${clockOf(instant)}`;

function describe<Row extends { state: keyof typeof IMPORT_STATES; uploadedAt: Date; finishedAt: Date | null }>({
	uploadedAt,
	finishedAt,
	...row
}: Row) {
	const isOpen = row.state === 'waiting' || row.state === 'running';
	const times = { uploadedAt: when(uploadedAt), finishedAt: finishedAt && when(finishedAt) };
	return { ...row, ...times, isOpen, stateLabel: IMPORT_STATES[row.state] };
}
