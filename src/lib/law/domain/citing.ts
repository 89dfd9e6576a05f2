import type { Day } from '#lib/shared/time.ts';

/** What cites law. A room that begins to cite adds its kind here. */
export const CITING_KINDS = { item: '习题', case: '案例' } as const;
export type CitingKind = keyof typeof CITING_KINDS;

export function isCitingKind(text: string): text is CitingKind {
	return Object.hasOwn(CITING_KINDS, text);
}

/** The version of a piece that is shown, as it cites. */
export interface CitingPiece {
	readonly kind: CitingKind;
	readonly id: string;
	readonly version: number;
	readonly title: string;
	/** The day whose law the piece is about. */
	readonly asOf: Day;
}

/** A shown piece and what it cites of one version of one law. */
export interface PieceCitation extends CitingPiece {
	readonly law: string;
	/** The version the citations resolved to on `asOf`. */
	readonly from: Day;
	readonly articles: readonly string[];
}
