import { sha256 } from '#lib/shared/canonical.ts';
import type { PieceFile } from '../../domain/piece-file.ts';
import { explainRefusal } from '../../domain/seeder/explain-refusal.ts';
import { type Seeding, seedDefects } from '../../domain/seeder/seed-defects.ts';
import { type DraftingContent, bookOf } from './drafting-files.server.ts';
import { type OpenPiece, type PieceReader, pieceOf } from './piece-reader.server.ts';
import type { RawReviewPiece } from './piece-schemas.server.ts';

interface Around {
	readonly content: DraftingContent;
	readonly reader: PieceReader;
	readonly files: readonly PieceFile<'file'>[];
}

/** A seeded file, made here from its clean one; null when it cannot be made. */
export function readReviewPiece(piece: OpenPiece<RawReviewPiece>, { content, reader, files }: Around) {
	const { file: id, seed, break: rules, level, intro } = piece.value;
	const file = files.find((one) => one.id === id);
	if (!file) {
		reader.tell(piece, [{ field: 'file', message: `没有这本案卷：${id}` }]);
		return null;
	}
	const seeding = expandReview(file, { rules, seed }, content);
	if (!seeding.ok) {
		reader.tell(piece, [{ field: 'break', message: explainRefusal(seeding.refusal) }]);
		return null;
	}
	const { documents, case: facts } = seeding.file;
	const { industry, place } = file.body;
	const made = { documents, case: facts, defects: seeding.defects };
	const body = { ...made, file: id, level, seed, industry, place, storyHtml: reader.html(piece, 'intro', intro) };
	// What was made is part of it: other rules may break the same file in another way.
	return pieceOf(piece, body, sha256(`${piece.source.digest} ${JSON.stringify(made)}`));
}

function expandReview(
	{ body }: PieceFile<'file'>,
	{ rules, seed }: { readonly rules: readonly string[]; readonly seed: number },
	content: DraftingContent
): Seeding {
	const file = { documents: body.documents, case: body.case, parameters: {} };
	return seedDefects({ file, rules, seed, book: bookOf(content, body.place)! });
}
