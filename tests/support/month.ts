import type { Actor } from '#lib/identity/domain/roles.ts';
import type { Db } from '#db/connect.ts';
import { instantOf } from '#lib/shared/time.ts';
import { makeItems } from './bank.ts';
import { doDaily, loadBank } from './drilling.ts';
import { contextOf } from './people.ts';

/** Enough sets and first tries for a place on the board. */
export const OCTOBER = ['2026-10-08', '2026-10-12', '2026-10-16', '2026-10-20', '2026-10-23', '2026-10-28'];
export const NOVEMBER = ['2026-11-02', '2026-11-17'];

export interface Drilling {
	readonly actor: Actor;
	/** Whether the officer knows an item. */
	readonly knows: (itemId: string) => boolean;
}

/** Daily sets on these days, drilled for real. */
export async function playDays(db: Db, team: readonly Drilling[], days: readonly string[]): Promise<void> {
	await loadBank(contextOf(db, { now: instantOf('2026-10-01') }), makeItems(50));
	for (const day of days) {
		const now = instantOf(day, '09:00');
		await Promise.all(team.map(({ actor, knows }) => doDaily(contextOf(db, { now, actor }), knows)));
	}
}
