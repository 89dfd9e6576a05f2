import { registerCitations, restoreCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
import type { BundleFile } from '../../domain/bundle/bundle.ts';
import * as repository from '../repository/bundles.server.ts';

/** Loads moot cases; the same rules as for items. Run by the starter and the command line. */
export async function loadBundles(ctx: Ctx, files: readonly BundleFile[]) {
	const { versions, restored, gone, report } = planLoad(files, await repository.selectStored(ctx.db));
	await inTransaction(ctx, async (inner) => {
		await repository.saveBundles(inner.db, versions, ctx.now);
		for (const { id, version } of restored) await repository.showBundle(inner.db, id, version);
		await repository.withdrawBundles(inner.db, gone);
		await repository.bundleVersions.fill(inner.db, files);
		await withdrawCitations(inner, 'bundle', gone);
		await restoreCitations(inner, 'bundle', restored);
		const shown = versions.filter(({ isPublished }) => isPublished);
		await registerCitations(inner, shown.map(citingPieceOf));
	});
	return { bundles: report };
}

function citingPieceOf({ file, version }: { readonly file: BundleFile; readonly version: number }) {
	const { id, title, body, citations } = file;
	const piece = { kind: 'bundle' as const, id, version, title, asOf: body.act.decidedOn };
	return { piece, references: citations };
}
