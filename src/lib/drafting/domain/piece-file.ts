import type { FileBody, GuideBody, PieceKind, ReviewBody, TaskBody } from './piece-bodies.ts';

interface Bodies {
	readonly file: FileBody;
	readonly task: TaskBody;
	readonly guide: GuideBody;
	readonly review: ReviewBody;
}
export type BodyOf<Kind extends PieceKind> = Bodies[Kind];

/** A piece of drafting material as it came out of its files. */
export interface PieceFile<Kind extends PieceKind = PieceKind> {
	readonly id: string;
	/** Of everything that it was made from: a task and a seeded file change with their case file. */
	readonly digest: string;
	/** The whole text of its own file, for those who change it. */
	readonly source?: string;
	readonly title: string;
	readonly body: BodyOf<Kind>;
}

/** Everything that was read, by kind. */
export type DraftingPieces = { readonly [Kind in PieceKind]: readonly PieceFile<Kind>[] };

/** What is wrong with a piece, at a field of its file. */
export interface PieceFault {
	readonly field: string;
	readonly message: string;
}
