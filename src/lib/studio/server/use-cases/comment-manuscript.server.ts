import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { quoteOf } from '../../domain/comments.ts';
import { OPEN_STATES } from '../../domain/workflow.ts';
import * as comments from '../repository/comments.server.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

const LONGEST = 2000;

export interface NewComment {
	/** The paragraph that it is about; '' = the whole. */
	readonly field: string;
	readonly quote: string;
	readonly text: string;
	/** The remark that it answers. */
	readonly parentId?: string | null;
	/** Made by the page, so that a double click says it once. */
	readonly id?: string;
}

/** Says something at a paragraph, or answers what was said. @returns the id of the comment */
export async function commentManuscript(ctx: Ctx, id: string, said: NewComment): Promise<Result<string>> {
	const me = authorisePerson(ctx, 'studio.readManuscripts');
	const text = said.text.trim();
	if (text === '') return refuse('empty', '写下意见再提交。', 'text');
	if (text.length > LONGEST) return refuse('too-long', `一条意见不超过 ${LONGEST} 字，分成几条写。`, 'text');
	return inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		const row = isId(id) ? await manuscripts.lockManuscript(db, id) : null;
		if (!row) return NO_MANUSCRIPT;
		if (!OPEN_STATES.includes(row.state)) return refuse('closed', '这篇稿件已经不在流程里，不能再提意见。');
		const parent = await parentOf(inner, id, said.parentId ?? null);
		if (!parent.ok) return parent;
		const wanted = said.id !== undefined && isId(said.id) ? said.id : newId(now);
		const place = parent.value ?? { field: said.field, quote: quoteOf(said.quote) };
		const comment = {
			...{ id: wanted, manuscriptId: id, parentId: parent.value?.id ?? null, text },
			...{ field: place.field, quote: place.quote, writtenBy: actor.personId, writtenAt: now }
		};
		const commentId = await comments.insertComment(db, comment, newId(now));
		await recordAudit(inner, 'studio.commentManuscript', `manuscript:${id}`, {
			comment: commentId,
			field: place.field
		});
		return ok(commentId);
	});
}

async function parentOf(ctx: Ctx, id: string, parentId: string | null): Promise<Result<comments.StoredComment | null>> {
	if (parentId === null || parentId === '') return ok(null);
	const list = await comments.selectComments(ctx.db, id);
	const parent = list.find((one) => one.id === parentId && one.parentId === null);
	if (!parent) return refuse('no-such-comment', '没有这条意见。');
	return parent.resolvedAt ? refuse('resolved', '这条意见已经了结，要再说就另提一条。') : ok(parent);
}

/** Closes a remark: who made it, or another reviewer who did not write the text. Twice is once. */
export async function resolveComment(ctx: Ctx, id: string, commentId: string): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'studio.readManuscripts');
	return inTransaction(me, async (inner) => {
		const { db, now, actor } = inner;
		const row = isId(id) ? await manuscripts.lockManuscript(db, id) : null;
		if (!row) return NO_MANUSCRIPT;
		const list = await comments.selectComments(db, id);
		const one = list.find((comment) => comment.id === commentId && comment.parentId === null);
		if (!one) return refuse('no-such-comment', '没有这条意见。');
		if (one.resolvedAt) return ok(null);
		const authors = await manuscripts.selectAuthors(db, id);
		if (one.writtenBy !== actor.personId && authors.includes(actor.personId)) {
			return refuse('not-yours', '意见由提出的人或者别的审核人了结；作者答复就好。');
		}
		await comments.resolveComment(db, commentId, { by: actor.personId, now });
		await recordAudit(inner, 'studio.resolveComment', `manuscript:${id}`, { comment: commentId });
		return ok(null);
	});
}
