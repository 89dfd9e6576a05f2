import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { apply, decide } from '../domain/hearing/decide.ts';
import type { Command } from '../domain/hearing/event.ts';
import { type Known, NO_HEARING, catchUp, keep, recall } from './known-hearing.server.ts';
import { appendEvents } from './repository/events.server.ts';
import { findAnswer, lockHead } from './repository/hearings.server.ts';

export interface Acted {
	/** Number of the first and the last event that it came to. */
	readonly first: number;
	readonly last: number;
	/** The same command had been accepted before; this is its answer again. */
	readonly isRepeated: boolean;
}

/**
 * Decides a command against the log as it is and writes what it comes to: commands of one hearing come one after the other,
 * on whatever node. The same command under the same key is done once.
 */
export async function runCommand(
	ctx: Ctx,
	hearingId: string,
	clientKey: string,
	command: Command
): Promise<Result<Acted>> {
	const known = recall(ctx.db, hearingId);
	const digest = sha256(canonical(command));
	let after: Known | null = null;
	const acted = await inTransaction(ctx, async ({ db, now }): Promise<Result<Acted>> => {
		// Sent together, done in this order.
		const [head, answer] = await Promise.all([
			lockHead(db, hearingId, known === undefined),
			findAnswer(db, hearingId, clientKey)
		]);
		if (!head) return refuse(...NO_HEARING);
		if (answer) {
			const { first, last } = answer;
			if (answer.digest !== digest) return refuse('key-reused', '页面已经过期，请刷新再试。');
			return ok({ first, last, isRepeated: true });
		}
		if (head.isCancelled) return refuse('cancelled', '这场庭审已经取消。');
		const frame = known?.frame ?? head.frame!;
		const hearing = await catchUp(db, hearingId, { from: known?.hearing, to: head.headSeq });
		const decided = decide(hearing, command, { frame, at: Math.max(now.getTime(), head.headAt) });
		if (!decided.ok) return decided;
		const next = decided.value.reduce(apply, hearing);
		const { stage, published } = next.course;
		await appendEvents(db, hearingId, {
			...{ events: decided.value, clientKey, digest },
			...{ stage: stage?.id ?? null, publishedAt: published?.at ?? null }
		});
		after = { frame, hearing: next };
		return ok({ first: decided.value[0]!.seq, last: next.seq, isRepeated: false });
	});
	// Only what is committed is known.
	if (after) keep(ctx.db, hearingId, after);
	return acted;
}
