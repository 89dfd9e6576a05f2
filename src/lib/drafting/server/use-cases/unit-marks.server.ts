import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Day, instantOf } from '#lib/shared/time.ts';
import * as figures from '../repository/drafting-figures.server.ts';

/** What people gave to the documents of each unit, month by month: sums without documents or officers. Whoever asks authorises. */
export function readUnitMarks(ctx: Ctx, { from, before }: { readonly from: Day; readonly before: Day }) {
	return figures.selectUnitMarks(ctx.db, instantOf(from), instantOf(before));
}
