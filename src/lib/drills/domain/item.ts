import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Area, Provenance } from '#lib/shared/piece.ts';
import type { Day } from '#lib/shared/time.ts';
import type { DrillKind } from './kinds.ts';

export const ITEM_TYPES = {
	single: '单选',
	multiple: '多选',
	truefalse: '判断',
	numeric: '计算',
	ordering: '排序'
} as const;
export type ItemType = keyof typeof ITEM_TYPES;

export interface Option {
	readonly key: string;
	readonly text: string;
	readonly correct: boolean;
	/** Why it is right, or why it is wrong and tempts. */
	readonly reason: string;
}

export interface Choice {
	readonly type: 'single' | 'multiple' | 'truefalse';
	readonly options: readonly Option[];
}

export interface Numeric {
	readonly type: 'numeric';
	readonly value: number;
	readonly tolerance: number;
	readonly unit: string;
	/** The counting rule, shown with the question: what is counted, what is not. */
	readonly counting: string;
	readonly traps: readonly { readonly value: number; readonly reason: string }[];
}

export interface Ordering {
	readonly type: 'ordering';
	readonly steps: readonly { readonly key: string; readonly text: string }[];
	/** Every lawful order, as keys. */
	readonly accepted: readonly (readonly string[])[];
	/** Why `first` may not stand before `second`. */
	readonly traps: readonly { readonly first: string; readonly second: string; readonly reason: string }[];
}

/** What is asked and how it is marked; shared by drill items and checkpoints of cases. */
export type Task = Choice | Numeric | Ordering;

/** Keys chosen (choice), keys in order (ordering), or the number as typed after normalising (numeric). */
export type Answer = readonly string[] | number;

/** A version of an item as it is stored: Markdown already rendered and sanitised. */
export interface ItemBody extends Provenance {
	readonly industry: string;
	readonly areas: readonly Area[];
	readonly asOf: Day;
	readonly stem: string;
	readonly explanation: string;
	readonly task: Task;
	readonly citations: readonly ResolvedCitation[];
}

/** One file of `content/drills`, validated and rendered. */
export interface ItemFile {
	readonly id: string;
	readonly title: string;
	readonly kind: DrillKind;
	readonly difficulty: number;
	readonly digest: string;
	/** The whole text of the file, for those who change it. */
	readonly source?: string;
	readonly body: ItemBody;
	/** What its texts cite by links or in plain words beyond `body.citations`; registered, not shown in the margin. */
	readonly references?: readonly ResolvedCitation[];
}
