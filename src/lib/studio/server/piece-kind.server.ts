import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Result } from '#lib/shared/result.ts';
import type { Byline, FieldFault, FieldSpec, Fields, Kind, PreviewBlock } from '../domain/manuscript.ts';

interface AsRead {
	readonly preview: readonly PreviewBlock[];
	/** Worth a look; they stop nothing. */
	readonly remarks: readonly FieldFault[];
}
/** A text as its room reads it; with faults as much of it as can be shown. */
export type ReadPiece = AsRead &
	(
		| {
				readonly ok: true;
				readonly title: string;
				readonly pieceId: string;
				readonly citations: readonly ResolvedCitation[];
		  }
		| { readonly ok: false; readonly faults: readonly FieldFault[] }
	);

/** A file that changed while the studio owned its piece. */
export interface Proposal {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly at: Date;
}

/** All that the studio knows about a kind of material. */
export interface PieceKind {
	readonly kind: Kind;
	readonly fields: readonly FieldSpec[];
	/** The parts as a file, without the lines of the workflow. */
	toSource(fields: Fields): string;
	toFields(source: string): Result<Fields>;
	read(ctx: Ctx, fields: Fields, byline: Byline): Promise<ReadPiece>;
	/** @param based the version that it changes; null = a new piece */
	publish(ctx: Ctx, text: string, based: number | null): Promise<Result<{ version: number }>>;
	withdraw(ctx: Ctx, pieceId: string): Promise<void>;
	/** The text of the shown version, or of a given one. */
	open(ctx: Ctx, pieceId: string, version?: number): Promise<Result<{ source: string; version: number }>>;
	proposals(ctx: Ctx): Promise<Proposal[]>;
	/** Where its readers find it. */
	address(pieceId: string): string;
}
