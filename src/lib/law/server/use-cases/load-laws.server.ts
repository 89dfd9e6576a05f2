import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { LawFile } from '../../domain/law-file.ts';
import * as repository from '../repository.server.ts';

/** Loads law files whose digest changed. Run by the starter and the command line, which answer to nobody. */
export async function loadLaws(ctx: Ctx, files: readonly LawFile[]): Promise<{ changed: number; unchanged: number }> {
	const digests = await repository.readDigests(ctx.db);
	const changed = files.filter(({ id, digest }) => digests.get(id) !== digest);
	await inTransaction(ctx, async ({ db }) => {
		for (const file of changed) await repository.saveLaw(db, file);
	});
	return { changed: changed.length, unchanged: files.length - changed.length };
}
