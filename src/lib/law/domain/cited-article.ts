import type { Citation } from '#lib/shared/citation.ts';
import type { Day } from '#lib/shared/time.ts';

/** A citation with the law version that it resolved to on the piece's day. */
export interface ResolvedCitation extends Citation {
	readonly version: Day;
}

/** A citation with what the margin shows beside it. */
export interface CitedArticle extends ResolvedCitation {
	readonly lawTitle: string;
	readonly heading: string;
	readonly gist: string;
}
