import type { Actor } from '#lib/identity/domain/roles.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { type Fact, type NewEntry, pieceFact } from '#lib/ranking/domain/entry.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantOf } from '#lib/shared/time.ts';

const SETS = 6;

/** What an officer has done in a month: five marks, which are given in each of six sets, and documents. */
export interface Month {
	readonly actor: Actor;
	readonly marks: readonly number[];
	readonly documents?: readonly number[];
}

const due = (mark: number, at: number): Fact => ({
	...{ subject: `item:item-${String(at + 1).padStart(3, '0')}@1`, mark, daysSinceLast: 20, daysSinceFirstSuccess: 20 },
	wasDue: true
});

/** Records a month as the rooms would; every question counts as a first try and as a due review. */
export async function recordMonth(ctx: Ctx, cycle: string, months: readonly Month[]): Promise<void> {
	for (const { actor, marks, documents = [] } of months) {
		const by = { officerId: actor.personId, unitId: actor.unitId, complete: true };
		const at = (day: string) => ({ ...ctx, now: instantOf(day, '09:00') });
		const entries = Array.from({ length: SETS }, (_, set): NewEntry => {
			const day = `${cycle}-${String(set * 4 + 2).padStart(2, '0')}`;
			return { ...by, source: 'daily-set', sourceId: newId(instantOf(day)), day, facts: marks.map(due) };
		});
		const written = documents.map((mark, place): NewEntry => {
			const day = `${cycle}-${String(place + 20)}`;
			const facts = [pieceFact(`task:made-${place}@1`, mark, 3)];
			return { ...by, source: 'drafting', sourceId: newId(instantOf(day)), day, facts };
		});
		for (const entry of [...entries, ...written]) {
			await inTransaction(at(entry.day), (inner) => recordEntry(inner, entry));
		}
	}
}
