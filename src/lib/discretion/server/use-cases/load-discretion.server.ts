import type { CitingPiece } from '#lib/law/domain/citing.ts';
import { registerCitations, restoreCitations, withdrawCitations } from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
import type { ProvisionFile } from '../../domain/provision.ts';
import type { TableFile } from '../../domain/table-file.ts';
import * as repository from '../repository.server.ts';

interface Files {
	readonly provisions: readonly ProvisionFile[];
	readonly tables: readonly TableFile[];
}

/** Loads the penalty table and the tables of places; the same rules as for items. Run by the starter and the command line. */
export async function loadDiscretion(ctx: Ctx, { provisions, tables }: Files) {
	const files: repository.PieceFile[] = [...provisions, ...tables];
	const { versions, restored, gone, report } = planLoad(files, await repository.selectStored(ctx.db));
	await inTransaction(ctx, async (inner) => {
		await repository.savePieces(inner.db, versions, ctx.now);
		for (const { id, version } of restored) await repository.usePiece(inner.db, id, version);
		await repository.withdrawPieces(inner.db, gone);
		for (const kind of KINDS) {
			await withdrawCitations(inner, kind, gone);
			const again = restored.filter(({ id }) => files.some((file) => file.id === id && citingKindOf(file) === kind));
			await restoreCitations(inner, kind, again);
		}
		// A draft is not used by anybody, so it cites nothing yet.
		const used = versions.filter(({ isPublished }) => isPublished);
		await registerCitations(
			inner,
			used.map(({ file, version }) => ({ piece: citingPieceOf(file, version), references: file.citations }))
		);
	});
	return { discretion: report };
}

const KINDS = ['provision', 'benchmark'] as const;

function citingKindOf(file: repository.PieceFile): (typeof KINDS)[number] {
	return 'asOf' in file ? 'benchmark' : 'provision';
}

function citingPieceOf(file: repository.PieceFile, version: number): CitingPiece {
	const asOf = 'asOf' in file ? file.asOf : file.body.asOf;
	return { kind: citingKindOf(file), id: file.id, version, title: file.title, asOf };
}
