import type { Ctx } from '#lib/platform/ctx.server.ts';
import { containing } from '#lib/shared/like.ts';
import { selectAnybody } from '../repository/anybody.server.ts';

/** Ids of people, also of those who have left, by part of a name or by account. The asking use-case authorises. */
export function findAnybody(ctx: Ctx, text: string, limit: number): Promise<string[]> {
	return selectAnybody(ctx.db, containing(text), text.toLowerCase(), limit);
}
