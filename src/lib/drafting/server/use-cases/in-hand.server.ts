import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { clockOf, dayOf, formatShortDay } from '#lib/shared/time.ts';
import { selectInHand } from '../repository/in-hand.server.ts';

export const IN_HAND = { draft: '在写', submission: '已提交', review: '在评' } as const;

/** What an officer has begun: drafts and reviews not handed in, and the last drafts handed in with what they came to. One statement. */
export async function readInHand(ctx: Ctx) {
	const { db, actor } = authorisePerson(ctx, 'drafting.practise');
	const rows = await selectInHand(db, actor.personId);
	return rows.map(({ at, ...row }) => {
		const instant = new Date(at);
		return { ...row, label: IN_HAND[row.what], at: `${formatShortDay(dayOf(instant))} ${clockOf(instant)}` };
	});
}
