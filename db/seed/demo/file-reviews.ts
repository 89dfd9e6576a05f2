import type { PieceFile } from '#lib/drafting/domain/piece-file.ts';
import { fittingFor } from '#lib/drafting/domain/review/consequences.ts';
import { GATES, SECTIONS, type ScoreSheet } from '#lib/drafting/domain/review/score-sheet.ts';
import { handInReview, markFinding, startReview } from '#lib/drafting/server/use-cases/review-work.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { Random } from '#lib/shared/random.ts';
import { type Day, instantOf } from '#lib/shared/time.ts';
import { expectDone } from './expect-done.ts';
import type { Writer } from './slips.ts';

/** Share of officers who have reviewed a file. */
const TAKING_PART = 0.4;

interface Season {
	readonly reviews: readonly PieceFile<'review'>[];
	readonly days: readonly Day[];
}

/** Some officers review a file with defects; what they overlook depends on their skill. */
export async function playFileReviews(ctx: Ctx, writers: readonly Writer[], { reviews, days }: Season): Promise<void> {
	const pick = <T>(list: readonly T[], random: Random) => list[Math.floor(random() * list.length)]!;
	for (const { actor, skill, random } of writers) {
		if (random() > TAKING_PART) continue;
		const { id, body } = pick(reviews, random);
		let millis = instantOf(pick(days, random), '14:00').getTime();
		const at = () => ({ ...ctx, actor, now: new Date((millis += 120_000)), request: 'demo' });
		expectDone(await startReview(at(), id));
		for (const { document, rule, path, severity } of body.defects) {
			if (random() > skill) continue;
			const field = /^f\.([a-z_]+)/.exec(path)?.[1] ?? null;
			const finding = { document, rule, field, severity, consequence: pick(fittingFor(severity), random) };
			expectDone(await markFinding(at(), id, finding));
		}
		expectDone(await handInReview(at(), id, sheetBy(skill, random)));
	}
}

function sheetBy(skill: number, random: Random): ScoreSheet {
	const share = () => 0.55 + random() * 0.45;
	const points = Object.entries(SECTIONS).map(([id, { most }]) => [id, Math.round(most * share())]);
	const gates = Object.keys(GATES).map((gate) => [gate, random() > (1 - skill) * 0.2]);
	return {
		points: Object.fromEntries(points) as ScoreSheet['points'],
		gates: Object.fromEntries(gates) as ScoreSheet['gates'],
		remarks: ''
	};
}
