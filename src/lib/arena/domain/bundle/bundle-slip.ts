import type { Area } from '#lib/shared/piece.ts';
import type { Day } from '#lib/shared/time.ts';

/** A bundle in a list. */
export interface BundleSlip {
	readonly id: string;
	readonly version: number;
	readonly title: string;
	readonly lead: string;
	readonly industry: string;
	readonly areas: readonly Area[];
	readonly difficulty: number;
	readonly exhibits: number;
	readonly decidedOn: Day;
	/** Kept for matches. */
	readonly isReserved: boolean;
	/** Whether the reader may open its file now. */
	readonly isOpen: boolean;
}
