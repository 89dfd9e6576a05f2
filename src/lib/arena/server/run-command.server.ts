import type { Ctx } from '#lib/platform/ctx.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { apply, decide } from '../domain/hearing/decide.ts';
import type { Command } from '../domain/hearing/event.ts';
import { NO_HEARING, catchUp, keep, recall } from './known-hearing.server.ts';
import { appendEvents } from './repository/events.server.ts';
import { selectBefore } from './repository/hearings.server.ts';
import { keptByDatabase } from './repository/kept-states.server.ts';

export interface Acted {
	/** Number of the first and the last event that it came to. */
	readonly first: number;
	readonly last: number;
	/** The same command had been accepted before; this is its answer again. */
	readonly isRepeated: boolean;
}

/** Nodes that write to one hearing at the same moment take turns by trying again; so often nobody loses by chance. */
const MOST_TRIES = 100;

/**
 * Decides a command against the log as it is and writes what it comes to, if the log is still so; else it is decided again.
 * No transaction is held while deciding. The same command under the same key is done once, on whatever node.
 */
export async function runCommand(
	ctx: Ctx,
	hearingId: string,
	clientKey: string,
	command: Command
): Promise<Result<Acted>> {
	const asked = { command, clientKey, digest: sha256(canonical(command)) };
	return inTurn(ctx, hearingId, async () => {
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			const acted = await tryOnce(ctx, hearingId, asked);
			if (acted !== 'moved') return acted;
		}
		return refuse('busy', '同时操作的人太多，请再试一次。');
	});
}

interface Asked {
	readonly command: Command;
	readonly clientKey: string;
	readonly digest: string;
}

async function tryOnce({ db, now }: Ctx, hearingId: string, asked: Asked): Promise<Result<Acted> | 'moved'> {
	const { command, clientKey, digest } = asked;
	const known = recall(db, hearingId);
	const head = await selectBefore(db, hearingId, clientKey, known === undefined);
	if (!head) return refuse(...NO_HEARING);
	if (head.digest === digest) return ok({ first: head.first!, last: head.last!, isRepeated: true });
	if (head.digest !== null) return refuse('key-reused', '页面已经过期，请刷新再试。');
	if (head.isCancelled) return refuse('cancelled', '这场庭审已经取消。');
	const frame = known?.frame ?? head.frame!;
	const hearing = await catchUp(db, hearingId, { from: known?.hearing, to: head.headSeq });
	keep(db, hearingId, { frame, hearing });
	// What this node knows may be newer than the head it has read: then it is asked again.
	if (hearing.seq !== head.headSeq) return 'moved';
	const decided = decide(hearing, command, { frame, at: Math.max(now.getTime(), head.headAt) });
	if (!decided.ok) return decided;
	const next = decided.value.reduce(apply, hearing);
	const { stage, published } = next.course;
	const isWritten = await appendEvents(db, hearingId, {
		...{ after: hearing.seq, events: decided.value, clientKey, digest },
		...{ stage: stage?.id ?? null, publishedAt: published?.at ?? null }
	});
	if (!isWritten) return 'moved';
	keep(db, hearingId, { frame, hearing: next });
	return ok({ first: decided.value[0]!.seq, last: next.seq, isRepeated: false });
}

/** Commands of one hearing that come to one node at once wait for each other here instead of trying again. */
const turnsOf = keptByDatabase<Promise<unknown>>();

async function inTurn<T>({ db }: Ctx, hearingId: string, work: () => Promise<T>): Promise<T> {
	const here = turnsOf(db);
	const before = here.get(hearingId) ?? Promise.resolve();
	const mine = before.then(work);
	// Whoever comes next does not fail with this one.
	const settled = mine.catch(() => undefined);
	here.set(hearingId, settled);
	try {
		return await mine;
	} finally {
		if (here.get(hearingId) === settled) here.delete(hearingId);
	}
}
