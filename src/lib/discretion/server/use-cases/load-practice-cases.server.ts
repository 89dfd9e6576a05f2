import { registerCitations, restoreCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
import type { PracticeCaseFile } from '../../domain/practice-case.ts';
import * as repository from '../repository/practice-cases.server.ts';

/** Loads the cases to practise on; the same rules as for items. Run by the starter and the command line. */
export async function loadPracticeCases(ctx: Ctx, files: readonly PracticeCaseFile[]) {
	const { versions, restored, gone, report } = planLoad(files, await repository.selectStored(ctx.db));
	await inTransaction(ctx, async (inner) => {
		await repository.saveCases(inner.db, versions, ctx.now);
		for (const { id, version } of restored) await repository.showCase(inner.db, id, version);
		await repository.withdrawCases(inner.db, gone);
		await repository.practiceVersions.fill(inner.db, files);
		await withdrawCitations(inner, 'practice', gone);
		await restoreCitations(inner, 'practice', restored);
		const shown = versions.filter(({ isPublished }) => isPublished);
		await registerCitations(inner, shown.map(citingPieceOf));
	});
	return { practiceCases: report };
}

export function citingPieceOf({ file, version }: { file: PracticeCaseFile; version: number }) {
	const { id, title, body, citations } = file;
	const piece = { kind: 'practice' as const, id, version, title, asOf: body.input.decidedOn };
	return { piece, references: citations };
}
