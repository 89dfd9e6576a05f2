import { eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { manuscriptConfirmation } from '#db/schema/studio.ts';
import type { Confirmation } from '../../domain/answer-warnings.ts';

export async function selectConfirmations(db: Db, manuscriptId: string): Promise<Confirmation[]> {
	const rows = await db
		.select()
		.from(manuscriptConfirmation)
		.where(eq(manuscriptConfirmation.manuscriptId, manuscriptId));
	return rows.map(({ kind, found, reason, confirmedBy, confirmedAt }) => {
		return { key: `${kind}:${found}`, reason, by: confirmedBy, at: confirmedAt };
	});
}

/** The first answer to a warning stands. */
export async function insertConfirmations(db: Db, manuscriptId: string, list: readonly Confirmation[]): Promise<void> {
	if (list.length === 0) return;
	await db
		.insert(manuscriptConfirmation)
		.values(
			list.map(({ key, reason, by, at }) => {
				const cut = key.indexOf(':');
				const named = { kind: key.slice(0, cut), found: key.slice(cut + 1) };
				return { manuscriptId, ...named, reason, confirmedBy: by, confirmedAt: at };
			})
		)
		.onConflictDoNothing();
}
