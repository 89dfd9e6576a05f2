import { type CitingPiece, registerCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import type { ItemFile } from '../../domain/item.ts';
import * as bankRepository from '../repository/bank.server.ts';

export interface LoadReport {
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly withdrawn: number;
	/** Newest version came from the studio: the file was stored as a draft proposal. */
	readonly proposals: readonly string[];
}

/** Loads item files: a changed digest adds a version; a missing file takes the item out of the draw. Run by the starter and the command line. */
export async function loadItems(ctx: Ctx, files: readonly ItemFile[]): Promise<LoadReport> {
	const stored = await bankRepository.readDigests(ctx.db);
	const fresh = files.filter(({ id, digest }) => stored.get(id)?.digest !== digest);
	const versions = fresh.map((file) => {
		const before = stored.get(file.id);
		const isPublished = before?.origin !== 'studio' && !!file.body.internalReview && !!file.body.legalReview;
		return { file, version: (before?.version ?? 0) + 1, isPublished };
	});
	const ids = new Set(files.map(({ id }) => id));
	const gone = [...stored].filter(([id, { origin }]) => origin === 'file' && !ids.has(id)).map(([id]) => id);
	await inTransaction(ctx, async (inner) => {
		await bankRepository.saveItems(inner.db, versions, ctx.now);
		await bankRepository.withdrawItems(inner.db, gone);
		await registerCitations(
			inner,
			versions.map(({ file, version }) => {
				const piece: CitingPiece = { kind: 'item', id: file.id, version, title: file.title, asOf: file.body.asOf };
				return { piece, references: file.body.citations };
			})
		);
	});
	const added = fresh.filter(({ id }) => !stored.has(id)).length;
	const proposals = fresh.filter(({ id }) => stored.get(id)?.origin === 'studio').map(({ id }) => id);
	return {
		added,
		changed: fresh.length - added,
		unchanged: files.length - fresh.length,
		withdrawn: gone.length,
		proposals
	};
}
