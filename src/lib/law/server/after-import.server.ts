import type { Ctx } from '#lib/platform/ctx.server.ts';

/** What must follow when imported texts have changed, in the same transaction. */
export async function afterImport(ctx: Ctx): Promise<void> {
	ctx.log.info('law texts changed');
}
