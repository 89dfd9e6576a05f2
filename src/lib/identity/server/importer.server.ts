import type { Ctx, SignedIn } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { answersFor } from './judge-table.server.ts';
import type { ImportRow } from './repository/people-import.server.ts';
import { selectImport } from './repository/people-import.server.ts';
import { selectUnits } from './repository.server.ts';
import { authorisePerson } from './use-cases/authorise.server.ts';

/** First beat of every import: an administrator of whatever unit; for whom exactly is judged row by row. */
export function authoriseImporter(ctx: Ctx): SignedIn {
	return authorisePerson(ctx, 'identity.importPeople', ctx.actor ? { personId: ctx.actor.personId } : {});
}

/** Whether the actor administers the whole bureau and so sees everybody's imports. */
export async function administersAll(ctx: Ctx): Promise<boolean> {
	const root = (await selectUnits(ctx.db)).find(({ parentId }) => parentId === null);
	return root !== undefined && answersFor(ctx, root.path);
}

/** An import that the actor may see: an own one, or any for who administers the whole bureau. */
export async function findImport(ctx: SignedIn, id: string): Promise<ImportRow | null> {
	const row = isId(id) ? await selectImport(ctx.db, id) : null;
	return row && (row.uploadedBy === ctx.actor.personId || (await administersAll(ctx))) ? row : null;
}
