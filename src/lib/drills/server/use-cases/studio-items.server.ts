import type { Ctx } from '#lib/platform/ctx.server.ts';
import * as studio from '../repository/studio-items.server.ts';

// What the studio asks of this room. Who may publish is decided there, by its workflow.

/** Ids of the items that may be drawn. */
export function readItemIds(ctx: Ctx): Promise<string[]> {
	return studio.selectIds(ctx.db);
}
