import type { CitingPiece } from '#lib/law/domain/citing.ts';
import { registerCitations, restoreCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
import type { ItemFile } from '../../domain/item.ts';
import * as bankRepository from '../repository/bank.server.ts';
import { itemVersions } from '../repository/studio-items.server.ts';

/** Loads item files: a changed digest adds a version; a missing file takes the item out of the draw. Run by the starter and the command line. */
export async function loadItems(ctx: Ctx, files: readonly ItemFile[]) {
	const { versions, restored, gone, report } = planLoad(files, await bankRepository.selectStored(ctx.db));
	await inTransaction(ctx, async (inner) => {
		await bankRepository.saveItems(inner.db, versions, ctx.now);
		for (const { id, version } of restored) await bankRepository.showItem(inner.db, id, version);
		await bankRepository.withdrawItems(inner.db, gone);
		await itemVersions.fill(inner.db, files);
		// A draft is not shown to anybody, so it cites nothing yet.
		const shown = versions.filter(({ isPublished }) => isPublished);
		await registerCitations(
			inner,
			shown.map(({ file, version }) => {
				const piece: CitingPiece = { kind: 'item', id: file.id, version, title: file.title, asOf: file.body.asOf };
				return { piece, references: [...file.body.citations, ...(file.references ?? [])] };
			})
		);
		await restoreCitations(inner, 'item', restored);
		await withdrawCitations(inner, 'item', gone);
	});
	return report;
}
