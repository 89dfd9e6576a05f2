import type { LawIndex } from '#lib/law/domain/law-index.ts';
import type { ContentFault } from '#lib/platform/content-files.server.ts';
import { findGuideFaults } from '../../domain/guide-faults.ts';
import type { DraftingPieces } from '../../domain/piece-file.ts';
import { caseFileSchema, draftSchema } from '../../forms.ts';
import { type DraftingContent, knownOf } from './drafting-files.server.ts';
import { readCaseFilePiece } from './case-file-pieces.server.ts';
import { PieceReader, pieceOf } from './piece-reader.server.ts';
import { filePieceSchema, guidePieceSchema, reviewPieceSchema, taskPieceSchema } from './piece-schemas.server.ts';
import { readReviewPiece } from './review-pieces.server.ts';
import { readTaskPiece } from './task-pieces.server.ts';

interface Read {
	readonly pieces: DraftingPieces;
	readonly faults: ContentFault[];
	/** Worth a look; they stop nothing. */
	readonly remarks: ContentFault[];
}

/** Reads case files, tasks, guides and seeded files; the engine checks each of them here, so that none is shown that it refuses. */
export function readDraftingPieces(root: string, laws: LawIndex, content: DraftingContent | null): Read {
	if (!content) return { pieces: { file: [], task: [], guide: [], review: [] }, faults: [], remarks: [] };
	const reader = new PieceReader(root, laws);
	// The schemas of all documents are made once and not for every piece.
	const known = knownOf(content);
	const schemas = { file: caseFileSchema(known), draft: draftSchema(known) };
	const files = reader
		.open('files', filePieceSchema)
		.flatMap((piece) => readCaseFilePiece(piece, { content, reader, schemas }) ?? []);
	const guides = reader.open('guides', guidePieceSchema).map((piece) => {
		const { documents, limit, criteria } = piece.value;
		reader.tell(piece, findGuideFaults(piece.value, content.documents));
		return pieceOf(piece, { documents, limit, criteria });
	});
	const around = { content, reader, schemas, files, guides };
	const tasks = reader.open('tasks', taskPieceSchema).flatMap((piece) => readTaskPiece(piece, around) ?? []);
	const reviews = reader.open('reviews', reviewPieceSchema).flatMap((piece) => readReviewPiece(piece, around) ?? []);
	const pieces = { file: files, task: tasks, guide: guides, review: reviews };
	return { pieces, faults: reader.faults, remarks: reader.remarks };
}
