import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { type Result, ok } from '#lib/shared/result.ts';
import { withByline } from '../../domain/source-text.ts';
import * as manuscripts from '../repository/manuscripts.server.ts';
import { gather } from '../standing.server.ts';
import { NO_MANUSCRIPT } from './save-manuscript.server.ts';

/** The manuscript as a file of `content/`: with the reviews that it has passed, so that the loader takes a published one as it is. */
export async function exportSource(ctx: Ctx, id: string): Promise<Result<{ name: string; text: string }>> {
	authorise(ctx, 'studio.readManuscripts');
	const row = isId(id) ? await manuscripts.selectManuscript(ctx.db, id) : null;
	if (!row) return NO_MANUSCRIPT;
	const { kind, byline } = await gather(ctx, row);
	const name = row.pieceId ?? (/^[a-z0-9-]{1,80}$/.test(row.fields['id'] ?? '') ? row.fields['id']! : 'draft');
	return ok({ name, text: withByline(kind.toSource(row.fields), byline) });
}
