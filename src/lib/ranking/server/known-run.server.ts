import { recordAudit } from '#lib/platform/audit.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { isId, newId } from '#lib/shared/ids.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { noticesOf } from '../domain/awards/notice.ts';
import type { Run } from '../domain/awards/run.ts';
import type { Act, Detail, Step } from '../domain/awards/step.ts';
import { replay, takeStep } from '../domain/awards/take-step.ts';
import * as awards from './repository/awards.server.ts';

export const NO_RUN = refuse('no-such-run', '没有这一期评选。');

/** A selection with its log. */
export interface KnownRun {
	readonly id: string;
	readonly run: Run;
	readonly steps: readonly Step[];
}

const known = ({ id, honour, cycle }: awards.RunRow, steps: readonly Step[]): KnownRun => ({
	...{ id, steps },
	run: replay(steps, { honour, cycle })
});

export async function knowRun(ctx: Ctx, id: string): Promise<KnownRun | null> {
	const row = isId(id) ? await awards.selectRun(ctx.db, id) : null;
	return row && known(row, (await awards.selectSteps(ctx.db, [id])).get(id)!);
}

/** All selections, or those opened since an instant. */
export async function knowRuns(ctx: Ctx, since?: Date): Promise<KnownRun[]> {
	const rows = since ? await awards.selectRunsSince(ctx.db, since) : await awards.selectRuns(ctx.db);
	const logs = await awards.selectSteps(
		ctx.db,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => known(row, logs.get(row.id)!));
}

/** A second click on what is done already finds it done. */
const DONE_ALREADY = new Set(['qualified', 'signed', 'publicised', 'confirmed', 'published', 'revoked', 'same']);

/**
 * Takes one step of a selection: behind its lock, by the rules, with the public notices brought along, in one transaction.
 * @param make what the step says, from the selection as it is now; a refusal ends it
 */
export async function advance<A extends Act>(
	ctx: SignedIn,
	{ id, act }: { readonly id: string; readonly act: A },
	make: (inner: SignedIn, known: KnownRun) => Promise<Result<Detail<A>>> | Result<Detail<A>>
): Promise<Result<null>> {
	if (!isId(id)) return NO_RUN;
	return inTransaction(ctx, async (inner) => {
		const row = await awards.lockRun(inner.db, id);
		if (!row) return NO_RUN;
		const now = known(row, (await awards.selectSteps(inner.db, [id])).get(id)!);
		const made = await make(inner, now);
		const taken = made.ok ? await append(inner, now, { act, detail: made.value }) : made;
		if (taken.ok) return ok(null);
		return DONE_ALREADY.has(taken.refusal.code) ? ok(null) : taken;
	});
}

/** Judges and writes a step; whoever calls holds the lock. */
async function append(
	{ db, now, actor, ...rest }: SignedIn,
	{ id, run }: Pick<KnownRun, 'id' | 'run'>,
	given: { readonly act: Act; readonly detail: Detail }
): Promise<Result<Run>> {
	const number = run.steps + 1;
	const step = { ...given, number, personId: actor.personId, on: dayOf(now) } as Step;
	const taken = takeStep(run, step, run);
	if (!taken.ok) return taken;
	await awards.insertStep(db, id, step, now);
	for (const notice of noticesOf(taken.value)) {
		await awards.saveNotice(db, notice, { id: newId(now), runId: id, now });
	}
	// What the step says stands in its own append-only row; sheets and objections stay sealed there.
	await recordAudit({ db, now, actor, ...rest }, `ranking.award.${given.act}`, `award:${id}`, { step: number });
	return taken;
}
