import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { titleOfCycle } from '../../domain/awards/award-cycle.ts';
import { honourTitle } from '../../domain/awards/notice.ts';
import { formatCode, parseCode } from '../../domain/awards/verification-code.ts';
import * as awards from '../repository/awards.server.ts';

// What anybody may read without an account: only what was approved for the public and stands in the notices.

type Shown = ReturnType<typeof show>;
export type StarCard = Shown;

function show({ runId, ...notice }: awards.ShownNotice) {
	return { ...notice, id: runId, title: honourTitle(notice.honour, notice.cycle), period: titleOfCycle(notice.cycle) };
}

/** Everybody in publicity, and everybody who has or had an honour, newest first. */
export async function readStars(ctx: Ctx): Promise<{ stars: Shown[]; changedAt: Date | null }> {
	authorise(ctx, 'ranking.readPublicAwards');
	const [rows, changedAt] = await Promise.all([awards.selectNotices(ctx.db, null), awards.selectNoticeChange(ctx.db)]);
	return { stars: rows.map(show), changedAt };
}

/** One selection as it was approved for the public; nobody = there is none, or nothing of it is public. */
export async function readStar(ctx: Ctx, id: string): Promise<{ people: Shown[]; changedAt: Date | null }> {
	authorise(ctx, 'ranking.readPublicAwards');
	const rows = isId(id) ? await awards.selectNotices(ctx.db, id) : [];
	return { people: rows.map(show), changedAt: await awards.selectNoticeChange(ctx.db) };
}

export type CodeAnswer =
	| { readonly verdict: 'wrong' }
	| { readonly verdict: 'right' | 'revoked'; readonly code: string; readonly award: Shown };

/** What a code from a certificate stands for. */
export async function checkCode(ctx: Ctx, typed: string): Promise<CodeAnswer> {
	authorise(ctx, 'ranking.readPublicAwards');
	const code = parseCode(typed);
	const found = code === null ? null : await awards.findByCode(ctx.db, code);
	if (code === null || !found) return { verdict: 'wrong' };
	const { changedAt: _, ...row } = found;
	return { verdict: row.state === 'revoked' ? 'revoked' : 'right', code: formatCode(code), award: show(row) };
}
