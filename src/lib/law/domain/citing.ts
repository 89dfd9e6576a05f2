import type { Day } from '#lib/shared/time.ts';

/** What is set aside and reviewed when its law changes. */
export const REVIEWED_KINDS = { item: '习题', case: '案例', 'public-case': '公开案例' } as const;
export type ReviewedKind = keyof typeof REVIEWED_KINDS;

export function isReviewedKind(text: string): text is ReviewedKind {
	return Object.hasOwn(REVIEWED_KINDS, text);
}

/**
 * What cites law. A room that begins to cite adds its kind here, or above. The others carry their own days and are used
 * for acts of those days only, so a change of law is listed with them and sets nothing aside.
 */
export const CITING_KINDS = {
	...REVIEWED_KINDS,
	provision: '罚则',
	benchmark: '裁量数据',
	practice: '裁量练习案例',
	rule: '文书规则',
	drafting: '文书任务与案卷',
	bundle: '擂台案卷'
} as const;
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
