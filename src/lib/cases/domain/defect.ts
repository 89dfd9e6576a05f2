import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Area } from '#lib/shared/piece.ts';

/** What becomes of an act with such a defect, lightest first. */
export const GRAVITIES = { defect: '瑕疵', unlawful: '确认违法', revoked: '撤销', void: '无效' } as const;
export type Gravity = keyof typeof GRAVITIES;

/** A rule on documents or files, as a case names it. */
export interface KnownRule {
	readonly id: string;
	readonly requirement: string;
	readonly basis: string;
	/** The document that it is a rule on; null = the whole file. */
	readonly document: string | null;
}

/** One thing that was wrong, what it rests on, and what would have been better. */
export interface Defect {
	readonly what: string;
	readonly area: Area;
	readonly gravity: Gravity;
	readonly better: string;
	/** As it read when the version was stored. */
	readonly rule: KnownRule | null;
	readonly citation: ResolvedCitation | null;
}

/** The heaviest step of the ladder that any defect leads to; null without defects. */
export function heaviestOf(defects: readonly Pick<Defect, 'gravity'>[]): Gravity | null {
	const ladder = Object.keys(GRAVITIES) as Gravity[];
	return ladder.findLast((step) => defects.some(({ gravity }) => gravity === step)) ?? null;
}
