import type { Ctx } from '#lib/platform/ctx.server.ts';
import { openReviews } from './use-cases/changed-basis.server.ts';
import { rebuildSearchIndex } from './use-cases/rebuild-search-index.server.ts';

/** What must follow when imported texts have changed, in the same transaction. */
export async function afterImport(ctx: Ctx): Promise<void> {
	const reviews = await openReviews(ctx);
	const { documents } = await rebuildSearchIndex(ctx);
	ctx.log.info({ reviews, documents }, 'law texts changed');
}
