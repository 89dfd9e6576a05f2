import * as v from 'valibot';
import { findFileFaults } from '../../domain/file-faults.ts';
import type { PieceFile } from '../../domain/piece-file.ts';
import { type DraftingContent, bookOf } from './drafting-files.server.ts';
import { type OpenPiece, type PieceReader, faultsOf, pieceOf } from './piece-reader.server.ts';
import type { RawFilePiece, Schemas } from './piece-schemas.server.ts';

interface Around {
	readonly content: DraftingContent;
	readonly reader: PieceReader;
	readonly schemas: Schemas;
}

/** A clean case file; null when it cannot be read. */
export function readCaseFilePiece(
	piece: OpenPiece<RawFilePiece>,
	{ content, reader, schemas }: Around
): PieceFile<'file'> | null {
	const { place, story, case: facts, documents: raw, features, industry } = piece.value;
	const book = bookOf(content, place);
	if (!book) {
		reader.tell(piece, [{ field: 'place', message: `没有这个地区：${place}` }]);
		return null;
	}
	const read = v.safeParse(schemas.file, { case: facts, documents: raw });
	if (!read.success) {
		reader.tell(piece, faultsOf(read.issues));
		return null;
	}
	const known = read.output.documents;
	// The schema answers in its own order; the file's is the one that is read.
	const documents = Object.fromEntries(Object.keys(raw).map((kind) => [kind, known[kind]!]));
	const body = { industry, features, place, case: read.output.case, documents };
	reader.tell(piece, findFileFaults(body, book));
	for (const [kind, fields] of Object.entries(documents)) reader.citeValues(piece, `documents.${kind}`, fields);
	return pieceOf(piece, { ...body, storyHtml: reader.html(piece, 'story', story) });
}
