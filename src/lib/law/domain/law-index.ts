import type { Citation } from '#lib/shared/citation.ts';
import type { FindMentions } from '#lib/shared/mention.ts';
import type { Day } from '#lib/shared/time.ts';
import type { ResolvedCitation } from './cited-article.ts';

/** Tells which article a citation means on a day. */
export interface LawIndex {
	/** The resolved citation, or the sentence that says why it does not resolve. */
	resolve(cited: Citation, on: Day): ResolvedCitation | string;
	/** The articles that a paragraph names in plain words. */
	readonly findMentions: FindMentions;
	/** Whether a law is known at all, if only by title and dates. */
	has(law: string): boolean;
}

/** All that a reader of files without running text needs. */
export type LawResolver = Pick<LawIndex, 'resolve' | 'has'>;
