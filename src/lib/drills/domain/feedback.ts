import type { Day } from '#lib/shared/time.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';

/** What an officer is told about one answer: rows as they were asked, each with its reason. Their words stand in the question (`Asked`). */
export interface Feedback {
	readonly position: number;
	/** 0–100 */
	readonly mark: number;
	/** How the mark came about, in one sentence. */
	readonly rule: string;
	/** Keys chosen or in order; the number for a numeric task. */
	readonly given: readonly string[] | number;
	readonly options: readonly MarkedOption[];
	/** Keys in one accepted order. */
	readonly steps: readonly string[];
	readonly value: { readonly value: number; readonly unit: string; readonly tolerance: number } | null;
	readonly reasons: readonly { readonly text: string; readonly right: boolean }[];
	readonly explanation: string;
	readonly citations: readonly CitedArticle[];
	/** It was answered before; the first answer stands. */
	readonly repeated: boolean;
	/** That the law under it has changed since, in a sentence; absent where it has not. */
	readonly basisNote?: string;
	/** When it comes back for review. */
	readonly nextDue: Day | null;
}

export interface MarkedOption {
	readonly key: string;
	readonly correct: boolean;
	readonly chosen: boolean;
	readonly reason: string;
}
