import { type Ctx, inSnapshot } from '#lib/platform/ctx.server.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { SealWalk } from '../../domain/seal.ts';
import * as seals from '../repository/seals.server.ts';
import { sealLog } from './seal-log.server.ts';

export interface LogVerification {
	readonly seals: number;
	/** Entries under a seal. */
	readonly entries: number;
	/** Entries that are not sealed yet. */
	readonly unsealed: number;
	/** Hash of the last seal: noted down outside, it proves all before it. Blank = nothing is sealed. */
	readonly hash: string;
	/** Up to when entries went because their time was over, `2026-11-20 09:00`; null = never. */
	readonly purgedUntil: string | null;
	readonly faults: readonly string[];
}

/**
 * Seals what is there and walks the whole chain against the entries, as of one instant. Finds any UPDATE, DELETE or INSERT
 * made past the triggers behind a seal. @param expected a hash that was noted down: it must stand in the chain
 */
export async function verifyLog(ctx: Ctx, expected = ''): Promise<LogVerification> {
	await sealLog(ctx);
	return walkLog(ctx, expected);
}

/** The same without sealing: writes nothing. */
export function walkLog(ctx: Ctx, expected = ''): Promise<LogVerification> {
	return inSnapshot(ctx, async ({ db, now }) => {
		const purges = await seals.selectPurges(db);
		const walk = new SealWalk(purges, now);
		let isThere = expected === '';
		for await (const { seal, found } of seals.walkSeals(db)) {
			walk.take(seal, found);
			isThere ||= seal.hash === expected;
		}
		walk.finish();
		const strays = await seals.countBelow(db);
		const faults = [
			...walk.faults,
			...(strays > 0 ? [`第一封以前多了 ${strays} 条`] : []),
			...(isThere ? [] : [`记下的摘要 ${expected} 不在链上：它之后的封存被重做过`])
		];
		const { count } = await seals.selectUnsealed(db, walk.end.untilNumber);
		const last = purges.at(-1)?.lastAt;
		const { number, hash } = walk.end;
		const purgedUntil = last ? `${dayOf(last)} ${clockOf(last)}` : null;
		return { seals: number, entries: walk.entries, unsealed: count, hash, purgedUntil, faults };
	});
}
