import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';

/** One of the mistakes that officers make; cases and marks name it by its number, which never changes. */
export interface Trap {
	readonly number: number;
	readonly title: string;
	/** Why it happens. */
	readonly why: string;
	/** What the law says, in our words. */
	readonly law: string;
	readonly citations: readonly ResolvedCitation[];
	/** How to avoid it. */
	readonly avoid: string;
}

export interface TrapCatalogue {
	readonly id: string;
	readonly title: string;
	readonly version: number;
	/** In the order of their numbers, from 1 without a gap. */
	readonly traps: readonly Trap[];
}
