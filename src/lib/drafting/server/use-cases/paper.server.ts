import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { type Sheet, layOut } from '../../domain/paper.ts';
import { readEntries } from '../../domain/read-entries.ts';
import { writeWordFile } from '../word-file.server.ts';
import { readOwnDraft } from './own-drafts.server.ts';

export interface Paper {
	readonly sheet: Sheet;
	readonly taskId: string;
	readonly isHandedIn: boolean;
}

/** An own draft, handed in or not, as it stands on paper. What cannot be read by the type of its field is left blank. */
export async function readPaper(ctx: Ctx, draftId: string): Promise<Result<Paper>> {
	const own = await readOwnDraft(ctx, draftId);
	if (!own.ok) return own;
	const { row, task } = own.value;
	const { fields } = readEntries(task.kind, row.entries);
	const sheet = layOut({ kind: task.kind, fields, case: task.body.case }, task.book);
	return ok({ sheet, taskId: row.taskId, isHandedIn: row.submittedAt !== null });
}

export interface WordFile {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The same as a Word file. */
export async function writePaper(ctx: Ctx, draftId: string): Promise<Result<WordFile>> {
	const paper = await readPaper(ctx, draftId);
	if (!paper.ok) return paper;
	const { sheet } = paper.value;
	return ok({ name: `${sheet.title}.docx`, bytes: await writeWordFile(sheet) });
}
