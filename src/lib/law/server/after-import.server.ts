import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openReviews } from './use-cases/changed-basis.server.ts';

/** What must follow when imported texts have changed, in the same transaction. */
export async function afterImport(ctx: Ctx): Promise<void> {
	const reviews = await openReviews(ctx);
	ctx.log.info({ reviews }, 'law texts changed');
}
