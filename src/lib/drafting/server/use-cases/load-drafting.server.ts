import {
	registerCitations,
	replaceCitations,
	restoreCitations,
	withdrawCitations
} from '#lib/law/server/use-cases/citations.server.ts';
import { type Ctx, inTransaction } from '#lib/platform/ctx.server.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';
import { withoutRepeats } from '#lib/law/domain/references.ts';
import { planLoad } from '#lib/shared/load-plan.ts';
import type { PieceKind } from '../../domain/piece-bodies.ts';
import type { DraftingPieces, PieceFile } from '../../domain/piece-file.ts';
import * as repository from '../repository/pieces.server.ts';
import { versionsOf } from '../repository/studio-pieces.server.ts';
import type { RuleBasis } from './content-reader.server.ts';
import type { DraftingContent } from './drafting-files.server.ts';

type Report = ReturnType<typeof planLoad>['report'];

/** Loads the material of this room; the same rules as for items. Run by the starter and the command line. */
export async function loadDrafting(ctx: Ctx, pieces: DraftingPieces, content: DraftingContent | null) {
	const drafting: Record<PieceKind, Report> = {
		file: await loadKind(ctx, 'file', pieces.file),
		task: await loadKind(ctx, 'task', pieces.task),
		guide: await loadKind(ctx, 'guide', pieces.guide),
		review: await loadKind(ctx, 'review', pieces.review)
	};
	await replaceCitations(ctx, 'rule', (content?.bases ?? []).map(citingRules));
	return { drafting };
}

async function loadKind<Kind extends PieceKind>(
	ctx: Ctx,
	kind: Kind,
	files: readonly PieceFile<Kind>[]
): Promise<Report> {
	const { versions, restored, gone, report } = planLoad(files, await repository.selectStored(ctx.db, kind));
	await inTransaction(ctx, async (inner) => {
		await repository.savePieces(inner.db, kind, versions, ctx.now);
		for (const { id, version } of restored) await repository.showPiece(inner.db, kind, id, version);
		await repository.withdrawPieces(inner.db, kind, gone);
		await versionsOf(kind).fill(inner.db, files);
		await withdrawCitations(
			inner,
			'drafting',
			gone.map((id) => citingId(kind, id))
		);
		await restoreCitations(
			inner,
			'drafting',
			restored.map(({ id, version }) => ({ id: citingId(kind, id), version }))
		);
		const shown = versions.filter(({ isPublished }) => isPublished);
		await registerCitations(
			inner,
			shown.map(({ file, version }) => citingPiece(kind, file, version))
		);
	});
	return report;
}

const citingId = (kind: PieceKind, id: string) => `${kind}/${id}`;

export function citingPiece<Kind extends PieceKind>(kind: Kind, { id, title, body }: PieceFile<Kind>, version: number) {
	const piece = { kind: 'drafting' as const, id: citingId(kind, id), version, title, asOf: body.asOf };
	return { piece, references: body.citations };
}

/** Rules are read from the files and have no versions: what they cite is numbered by its own digest, so that a change is another. */
function citingRules({ id, title, asOf, citations }: RuleBasis) {
	const references = withoutRepeats(citations);
	const version = parseInt(sha256(canonical({ asOf, references })).slice(0, 7), 16);
	return { piece: { kind: 'rule' as const, id, version, title, asOf }, references };
}
