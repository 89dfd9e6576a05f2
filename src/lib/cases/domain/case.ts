import type { Choice } from '#lib/drills/domain/item.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Provenance } from '#lib/shared/piece.ts';

export const POLARITIES = { positive: '正面案例', negative: '反面案例', mixed: '有得有失' } as const;
export type Polarity = keyof typeof POLARITIES;

/** A paragraph-sized piece of the body with the law that stands beside it, or a question that must be answered to go on. */
export type Block =
	| { readonly kind: 'html'; readonly html: string; readonly notes: readonly ResolvedCitation[] }
	| {
			readonly kind: 'checkpoint';
			readonly id: string;
			readonly stem: string;
			readonly task: Choice;
			readonly explanation: string;
			readonly notes: readonly ResolvedCitation[];
	  };

export interface TimelineEntry {
	/** `2026-03-18T09:20`, Asia/Shanghai. */
	readonly at: string;
	readonly text: string;
}

export interface CaseBody extends Provenance {
	/** 1–5, a prediction. */
	readonly difficulty: number;
	readonly timeline: readonly TimelineEntry[];
	readonly blocks: readonly Block[];
	/** Minutes at 400 characters a minute. */
	readonly minutes: number;
}

export type Checkpoint = Extract<Block, { kind: 'checkpoint' }>;

/** The blocks up to and including the first checkpoint that is still open; everything when none is. */
export function readableBlocks(blocks: readonly Block[], answered: ReadonlySet<string>): readonly Block[] {
	const open = blocks.findIndex((block) => block.kind === 'checkpoint' && !answered.has(block.id));
	return open === -1 ? blocks : blocks.slice(0, open + 1);
}

/** One file of `content/cases`, validated and rendered. */
export interface CaseFile {
	readonly id: string;
	readonly title: string;
	readonly lead: string;
	readonly polarity: Polarity;
	readonly industry: string;
	readonly areas: string[];
	readonly asOf: string;
	readonly digest: string;
	/** The whole text of the file, for those who change it. */
	readonly source?: string;
	readonly body: CaseBody;
	readonly citations: readonly ResolvedCitation[];
}
