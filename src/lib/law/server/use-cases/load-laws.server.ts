import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { LawFile } from '../../domain/law-file.ts';
import * as repository from '../repository/content.server.ts';
import { lockLaws } from '../repository/texts.server.ts';
import { settleLaws } from '../settle-laws.server.ts';

/** Loads law files whose digest changed. Run by the starter and the command line, which answer to nobody. */
export async function loadLaws(ctx: Ctx, files: readonly LawFile[]): Promise<{ changed: number; unchanged: number }> {
	const digests = await repository.readDigests(ctx.db);
	const changed = files.filter(({ id, digest }) => digests.get(id) !== digest);
	if (changed.length > 0) {
		await inTransaction(ctx, async (inner) => {
			await lockLaws(inner.db);
			for (const file of changed) await repository.saveLaw(inner.db, file);
			const laws = changed.map(({ id }) => id);
			for (const { file, message } of await settleLaws(inner, laws)) ctx.log.warn({ file }, message);
		});
	}
	return { changed: changed.length, unchanged: files.length - changed.length };
}

/** Whether law files were ever loaded here. */
export async function hasLawFiles(ctx: Ctx): Promise<boolean> {
	return [...(await repository.readDigests(ctx.db)).values()].some((digest) => digest !== null);
}
