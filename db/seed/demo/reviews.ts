import { readActor } from '#lib/identity/server/use-cases/directory.server.ts';
import { openReviews } from '#lib/law/server/use-cases/changed-basis.server.ts';
import { readChanges } from '#lib/law/server/use-cases/read-changes.server.ts';
import { decideReview } from '#lib/law/server/use-cases/review-change.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { workdaysUpTo } from '#lib/shared/calendar.ts';
import { addDays, dayOf, instantOf } from '#lib/shared/time.ts';

/** What the reviewer has got to; everything else is still open. By case or item. */
const RELEASED: Readonly<Record<string, string>> = {
	'solvent-drums-april-may':
		'案例讲的就是新旧法交替：四月的行为按条例、五月的行为按新法，没有引新法条号和数额，今天再读不会误导。',
	'level-alarm-two-fines':
		'案例讲的是同一行为只罚一次：行为三月已经终了，条例当时有效，条号和数额写的是那一天的文本，今天再读不会误导。'
};

/** The legal reviewer at work on what the new laws of this year touched: opened five working days ago, one decided since. */
export async function playReviews(ctx: Ctx, legalReviewer: string): Promise<void> {
	const actor = await readActor(ctx, legalReviewer);
	const days = workdaysUpTo(addDays(dayOf(ctx.now), -1), 5);
	await openReviews({ ...ctx, now: instantOf(days[0]!, '08:40'), request: 'demo' });
	const desk = { ...ctx, actor, now: instantOf(days[2]!, '15:20'), request: 'demo' };
	const { changes } = await readChanges(desk, { standing: 'open', kind: '' });
	for (const { id, reviewId } of changes.flatMap(({ pieces }) => pieces)) {
		const reason = RELEASED[id];
		if (reason === undefined) continue;
		const decided = await decideReview(desk, reviewId, { verdict: 'released', reason, seen: 0 });
		if (!decided.ok) throw new Error(`the demo was refused: ${decided.refusal.message}`);
	}
}
