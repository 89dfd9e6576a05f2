import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { SetKind } from '../domain/kinds.ts';
import * as answersRepository from './repository/answers.server.ts';
import * as setsRepository from './repository/sets.server.ts';

export interface Ending {
	readonly id: string;
	readonly kind: SetKind;
	readonly size: number;
	readonly officerId: string;
	readonly unitId: string;
}

/** The actor's own set. */
export function endingOf({ actor }: SignedIn, id: string, { kind, picks }: setsRepository.OpenSet): Ending {
	return { id, kind, size: picks.length, officerId: actor.personId, unitId: actor.unitId };
}

/** Ends a set in the caller's transaction; whoever comes first writes what was answered of a daily one into the ledger. */
export async function finishSet(ctx: Ctx, { id, kind, size, officerId, unitId }: Ending): Promise<void> {
	if (!(await setsRepository.finishSet(ctx.db, id, ctx.now)) || kind !== 'daily') return;
	const answers = await answersRepository.selectAnswers(ctx.db, id);
	if (answers.length === 0) return;
	const place = { officerId, unitId, source: 'daily-set' as const, sourceId: id, day: dayOf(ctx.now) };
	await recordEntry(ctx, { ...place, complete: answers.length === size, facts: answers.map(toFact) });
}

/** A fact for the ledger, never points: the rule of the month makes points of it. */
function toFact({
	itemId,
	itemVersion,
	mark,
	daysSinceLast,
	daysSinceFirstSuccess,
	wasDue
}: answersRepository.StoredAnswer) {
	return { subject: `item:${itemId}@${itemVersion}`, mark, daysSinceLast, daysSinceFirstSuccess, wasDue };
}
