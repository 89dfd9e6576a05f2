import { type Db, rootOf } from '#db/connect.ts';
import type { Day } from '#lib/shared/time.ts';
import type { ChangedPieces } from '../../domain/basis.ts';

/**
 * What a node may say beside counts and answers without asking again: another node's decision shows a minute later. What
 * is drawn is always asked anew. A new day starts from nothing, so a version that ends at midnight ends here too.
 */
const KEPT_SECONDS = 60;
const kept = new WeakMap<Db, { day: Day; until: number; pieces: ChangedPieces }>();

export function recall(db: Db, day: Day): ChangedPieces | null {
	const found = kept.get(rootOf(db));
	return found && found.day === day && found.until > performance.now() ? found.pieces : null;
}

export function keep(db: Db, day: Day, pieces: ChangedPieces): void {
	kept.set(rootOf(db), { day, until: performance.now() + KEPT_SECONDS * 1000, pieces });
}

/** After a decision on this node. */
export function forget(db: Db): void {
	kept.delete(rootOf(db));
}
