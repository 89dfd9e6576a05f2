import type { SignedIn } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import type { Argument, Bundle } from '../domain/bundle/bundle.ts';
import { roundsOf } from '../domain/rehearsal/rehearsal.ts';
import { selectVersion } from './repository/bundles.server.ts';
import { type StoredRehearsal, selectRehearsal } from './repository/rehearsals.server.ts';

/** A rehearsal with the version of the bundle that it argues. */
export interface OwnRehearsal {
	readonly row: StoredRehearsal;
	readonly bundle: Bundle;
	readonly rounds: readonly Argument[];
}

/** The actor's own rehearsal; null when it is not theirs or not there. */
export async function openRehearsal({ db, actor }: SignedIn, id: string): Promise<OwnRehearsal | null> {
	const row = isId(id) ? await selectRehearsal(db, id, actor.personId) : null;
	const bundle = row && (await selectVersion(db, row.bundleId, row.bundleVersion));
	return bundle && { row, bundle, rounds: roundsOf(bundle, row) };
}
