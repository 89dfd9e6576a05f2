import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { type PlacedText, placeText } from '../../domain/place-text.ts';
import { readWordText } from '../word-text.server.ts';
import { readOwnDraft } from './own-drafts.server.ts';

/** What a Word file offers for the long texts of an own open draft. Changes nothing: the writer takes what is wanted. */
export async function importDocx(ctx: Ctx, draftId: string, bytes: Uint8Array): Promise<Result<PlacedText>> {
	const own = await readOwnDraft(ctx, draftId);
	if (!own.ok) return own;
	const { row, task } = own.value;
	if (row.submittedAt) return refuse('handed-in', '这份文书已经提交，不能再导入。');
	const text = await readWordText(bytes);
	if (!text.ok) return text;
	return ok(placeText(text.value, task.kind, task.book.layouts.get(task.kind.id)!));
}
