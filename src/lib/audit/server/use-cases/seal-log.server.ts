import { setTimeout as pause } from 'node:timers/promises';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { BEFORE_FIRST, type Seal, hashOf } from '../../domain/seal.ts';
import * as seals from '../repository/seals.server.ts';

/** So few that a fault can be told to a place; so many that a million entries are a thousand seals. */
const MOST_ENTRIES = 1000;
const PATIENCE = { tries: 20, milliseconds: 50 };

/**
 * Seals what was written since the last seal. Entries are numbered before their transaction ends, so only those count below
 * which nothing can come any more (decision 0058); what is too young waits for the next time. Any node may run it, any time.
 * @returns how many seals were made
 */
export async function sealLog(ctx: Ctx): Promise<number> {
	const { number, since } = await seals.selectLastTaken(ctx.db);
	for (let tries = 1; !(await seals.areEarlierDone(ctx.db, since)); tries++) {
		// Somebody has been writing for a while: an import, say.
		if (tries === PATIENCE.tries) return 0;
		await pause(PATIENCE.milliseconds);
	}
	let made = 0;
	while (await sealNext(ctx, number)) made++;
	return made;
}

/** One seal, and null when nothing is left up to this number. */
async function sealNext(ctx: Ctx, upTo: number): Promise<Seal | null> {
	const seal = await inTransaction(ctx, async ({ db, now }) => {
		await seals.lockSeals(db);
		const last = (await seals.selectLastSeal(db)) ?? BEFORE_FIRST;
		const run = await seals.selectRun(db, { after: last.untilNumber, upTo, most: MOST_ENTRIES });
		if (!run) return null;
		const about = { number: last.number + 1, fromNumber: last.untilNumber, previous: last.hash };
		const body = { ...about, ...run, sealedAt: now };
		const next = { ...body, hash: hashOf(body) };
		await seals.insertSeal(db, next);
		return next;
	});
	// The log of the program lies outside the database: who rewrites the chain does not reach it there.
	if (seal) ctx.log.info({ seal: seal.number, entries: seal.entries, hash: seal.hash }, 'audit sealed');
	return seal;
}
