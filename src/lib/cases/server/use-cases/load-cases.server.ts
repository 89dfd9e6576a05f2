import { registerCitations, restoreCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
import type { CaseFile } from '../../domain/case.ts';
import * as repository from '../repository.server.ts';

/** Loads case files; the same rules as for items. Run by the starter and the command line. */
export async function loadCases(ctx: Ctx, files: readonly CaseFile[]) {
	const { versions, restored, gone, report } = planLoad(files, await repository.selectStored(ctx.db));
	await inTransaction(ctx, async (inner) => {
		for (const { file, version, isPublished } of versions) {
			await repository.saveCase(inner.db, file, { version, isPublished, origin: 'file', now: ctx.now });
			const piece = { kind: 'case' as const, id: file.id, version, title: file.title, asOf: file.asOf };
			// A draft is not shown to anybody, so it cites nothing yet.
			if (isPublished) await registerCitations(inner, [{ piece, references: file.citations }]);
		}
		for (const { id, version } of restored) await repository.showCase(inner.db, id, version);
		await repository.withdrawCases(inner.db, gone);
		await repository.fillSources(inner.db, files);
		await restoreCitations(inner, 'case', restored);
		await withdrawCitations(inner, 'case', gone);
	});
	return report;
}
