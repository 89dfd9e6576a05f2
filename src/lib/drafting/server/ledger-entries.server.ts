import { readUnitsOf } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { pieceFact } from '#lib/ranking/domain/entry.ts';
import { correctEntry, recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { hasWritten } from '#lib/studio/server/use-cases/authorship.server.ts';
import type { ReviewBody } from '../domain/piece-bodies.ts';
import * as drafts from './repository/drafts.server.ts';
import * as pieces from './repository/pieces.server.ts';
import * as reviews from './repository/reviews.server.ts';
import { scoreOf, toFinding } from './review-score.server.ts';

/** A document that was handed in, as far as the ledger asks. */
type Drafted = Pick<drafts.StoredDraft, 'id' | 'officerId' | 'taskId' | 'taskVersion' | 'submittedAt'>;

/** What the ledger is told of a marked document; the unit is the officer's of today. */
async function entryOf(ctx: Ctx, { id, officerId, taskId, taskVersion }: Drafted, mark: number) {
	const [units, task] = await Promise.all([
		readUnitsOf(ctx, [officerId]),
		pieces.selectPiece(ctx.db, 'task', taskId, taskVersion)
	]);
	return {
		...{ officerId, unitId: units.get(officerId)!, source: 'drafting' as const, sourceId: id, day: dayOf(ctx.now) },
		facts: [pieceFact(`task:${taskId}@${taskVersion}`, mark, task!.body.level)]
	};
}

/**
 * A document has its final mark. Only the first one that the officer handed in of a task leaves an entry – whoever writes it
 * again has seen the model –, and none of a task that the officer wrote.
 */
export async function recordDraftMark(ctx: Ctx, draft: Drafted, mark: number): Promise<void> {
	if (await drafts.hasHandedInBefore(ctx.db, draft)) return;
	if (await hasWritten(ctx, { kind: 'drafting-task', pieceId: draft.taskId }, draft.officerId)) return;
	await recordEntry(ctx, { ...(await entryOf(ctx, draft, mark)), complete: true });
}

/** An objection was upheld: the entry, if there is one, is followed by a correction. */
export async function correctDraftMark(ctx: Ctx, draft: Drafted, mark: number): Promise<void> {
	await correctEntry(ctx, await entryOf(ctx, draft, mark));
}

/** A file review was handed in: its F1, of the first review of a file only. */
export async function recordReview(ctx: Ctx, attempt: reviews.StoredAttempt): Promise<void> {
	if (await reviews.hasHandedInBefore(ctx.db, attempt)) return;
	const entry = await reviewEntryOf(ctx, attempt);
	await recordEntry(ctx, { ...entry, complete: true });
}

/** Something that officers marked was accepted afterwards: their F1 rises, and the entries are followed by corrections. */
export async function correctReviews(
	ctx: Ctx,
	piece: { readonly id: string; readonly version: number }
): Promise<void> {
	for (const attempt of await reviews.selectHandedIn(ctx.db, piece)) {
		await correctEntry(ctx, await reviewEntryOf(ctx, attempt));
	}
}

async function reviewEntryOf(ctx: Ctx, { id, officerId, pieceId, pieceVersion, handedInAt }: reviews.StoredAttempt) {
	const version = { id: pieceId, version: pieceVersion };
	const [units, piece, stored, rulings] = await Promise.all([
		readUnitsOf(ctx, [officerId]),
		pieces.selectPiece(ctx.db, 'review', pieceId, pieceVersion),
		reviews.selectFindings(ctx.db, id),
		reviews.selectRulings(ctx.db, version)
	]);
	const body: ReviewBody = piece!.body;
	const findings = stored.filter(({ withdrawnAt }) => withdrawnAt === null).map(toFinding);
	const { f1 } = scoreOf(body, { findings, handedInAt: handedInAt ?? ctx.now, rulings });
	return {
		...{ officerId, unitId: units.get(officerId)!, source: 'file-review' as const, sourceId: id, day: dayOf(ctx.now) },
		facts: [pieceFact(`review:${pieceId}@${pieceVersion}`, f1, body.level)]
	};
}
