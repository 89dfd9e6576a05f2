import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Finding } from '../../domain/review/finding.ts';
import { COVER, rulesOn } from '../../domain/review/file-view.ts';
import type { ScoreSheet } from '../../domain/review/score-sheet.ts';
import { recordReview } from '../ledger-entries.server.ts';
import * as pieces from '../repository/pieces.server.ts';
import * as reviews from '../repository/reviews.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

/** Begins to review a file, or finds what was begun before. */
export async function startReview(ctx: Ctx, id: string): Promise<Result<null>> {
	const { actor, db, now } = authorisePerson(ctx, 'drafting.reviewFile');
	const piece = await pieces.selectPiece(db, 'review', id);
	if (!piece) return refuse('no-such-file', '没有这个案卷。');
	const latest = await reviews.selectLatest(db, actor.personId, id);
	if (latest && latest.handedInAt === null) return ok(null);
	await reviews.insertAttempt(db, {
		...{ id: newId(now), officerId: actor.personId, pieceId: id, pieceVersion: piece.version, startedAt: now }
	});
	return ok(null);
}

const HANDED_IN = ['handed-in', '这个案卷已经交卷，不能再改。'] as const;

/** Runs a change of the own open review under its lock; whoever comes after the hand-in changes nothing. */
async function inOpenReview<T>(
	ctx: SignedIn,
	id: string,
	work: (inner: SignedIn, attempt: reviews.StoredAttempt) => Promise<Result<T>>
): Promise<Result<T>> {
	const attempt = await reviews.selectLatest(ctx.db, ctx.actor.personId, id);
	if (!attempt) return refuse('no-such-review', '还没有开始评查这个案卷。');
	return inTransaction(ctx, async (inner) =>
		(await reviews.lockOpen(inner.db, attempt.id)) ? work(inner, attempt) : refuse(...HANDED_IN)
	);
}

/** Marks a defect; marking the same rule at the same document again corrects what was said about it. */
export async function markFinding(ctx: Ctx, id: string, finding: Finding): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.reviewFile');
	return inOpenReview(me, id, async ({ db, now }, attempt) => {
		const piece = await pieces.selectPiece(db, 'review', id, attempt.pieceVersion);
		const book = ruleBookOf(piece!.body.place);
		const rule = rulesOn(finding.document ?? COVER, book).find((one) => one.id === finding.rule);
		if (!rule) return refuse('no-such-rule', '请从列表里选一条要求。', 'rule');
		const shape = finding.document === null ? null : book.documents.get(finding.document)?.shape;
		const field = finding.field !== null && shape?.parts[finding.field] ? finding.field : null;
		await reviews.saveFinding(db, attempt.id, { ...finding, field }, now);
		return ok(null);
	});
}

/** Takes a finding back; nothing is lost. */
export function withdrawFinding(ctx: Ctx, id: string, one: Pick<Finding, 'document' | 'rule'>) {
	return setWithdrawn(ctx, id, { ...one, at: ctx.now });
}

/** Brings back what was taken back. */
export function restoreFinding(ctx: Ctx, id: string, one: Pick<Finding, 'document' | 'rule'>) {
	return setWithdrawn(ctx, id, { ...one, at: null });
}

async function setWithdrawn(
	ctx: Ctx,
	id: string,
	one: Pick<Finding, 'document' | 'rule'> & { at: Date | null }
): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.reviewFile');
	return inOpenReview(me, id, async ({ db }, attempt) =>
		(await reviews.setWithdrawn(db, attempt.id, one)) ? ok(null) : refuse('no-such-finding', '没有这一处标注。')
	);
}

/** Hands the review in with the own grade of the file; what was found goes into the ledger. A second submit finds it handed in and changes nothing. */
export async function handInReview(ctx: Ctx, id: string, sheet: ScoreSheet): Promise<Result<null>> {
	const me = authorisePerson(ctx, 'drafting.reviewFile');
	const done = await inOpenReview(me, id, async (inner, attempt) => {
		await reviews.handIn(inner.db, attempt.id, { sheet, now: inner.now });
		await recordReview(inner, attempt);
		return ok(null);
	});
	return !done.ok && done.refusal.code === 'handed-in' ? ok(null) : done;
}
