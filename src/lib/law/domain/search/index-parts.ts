import type { LawKind } from '../law-kinds.ts';

/** One row per term of a generation; each list is packed by `PostingWriter`. */
export interface TermLists {
	/** Articles whose text or gist holds the term. */
	readonly documents: number;
	readonly texts: Uint8Array;
	readonly gists: Uint8Array;
	/** Heading paths (编 章 节). */
	readonly paths: Uint8Array;
	/** Versions whose law's title holds the term. */
	readonly titles: Uint8Array;
}

/** One text of one law in the index; its documents are numbered on from `firstDocument`, its paths from `firstPath`. */
export interface IndexedVersion {
	readonly lawId: string;
	readonly version: string;
	readonly firstDocument: number;
	readonly firstPath: number;
	readonly titleLength: number;
	/** Article ids in the order of their numbers. */
	readonly articles: readonly string[];
	/** Per article: pairs and words of the text, of the gist; factor of the score × 50; number of its path from `firstPath`. */
	readonly textLengths: Uint16Array;
	readonly gistLengths: Uint16Array;
	readonly standings: Uint8Array;
	readonly paths: Uint16Array;
	readonly pathLengths: Uint16Array;
}

export const STANDING_UNIT = 50;

/** What the index is made of, as it is read: one version with its headings, then its articles. */
export interface VersionToIndex {
	readonly lawId: string;
	readonly version: string;
	readonly title: string;
	readonly titleKey: string;
	readonly kind: LawKind;
}

export interface ArticleToIndex {
	readonly article: string;
	/** Official wording; '' = not here. */
	readonly text: string;
	/** Our heading and gist; '' = none. */
	readonly gist: string;
	/** Headings above the article, outermost first, as one text. */
	readonly path: string;
}
