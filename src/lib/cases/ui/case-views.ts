import type { Feedback } from '#lib/drills/domain/feedback.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { Area } from '#lib/shared/piece.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Polarity } from '../domain/case.ts';

/** A case in a list. */
export interface CaseCard {
	readonly id: string;
	readonly title: string;
	readonly lead: string;
	readonly polarity: Polarity;
	readonly industry: string;
	readonly areas: readonly Area[];
	readonly difficulty: number;
	readonly minutes: number;
	readonly asOf: Day;
	readonly progress: { readonly answered: number; readonly checkpoints: number } | null;
	/** That the law under it has changed since; null where it has not. */
	readonly basisNote: string | null;
}

/** A question inside a case as its page shows it: without the key until it was answered. */
export interface CheckpointView {
	readonly kind: 'checkpoint';
	readonly id: string;
	readonly stem: string;
	/** single, multiple or truefalse, as the server says it */
	readonly type: string;
	readonly options: readonly { readonly key: string; readonly text: string }[];
	readonly answered: Feedback | null;
}

export type BlockView =
	{ readonly kind: 'html'; readonly html: string; readonly notes: readonly CitedArticle[] } | CheckpointView;

/** What comes back when a checkpoint was answered: its feedback and the blocks that opened. */
export interface CheckpointAnswered {
	readonly checkpoint: string;
	readonly feedback: Feedback;
	readonly blocks: readonly BlockView[];
	/** Blocks that are still folded. */
	readonly hidden: number;
}

/** A checkpoint that could not be marked; without a fault, one whose picks came back through the sign-in. */
export interface CheckpointRefused {
	readonly checkpoint: string;
	readonly picks: readonly string[];
	readonly fault: string | null;
}

/** The page after an answer: the checkpoint marked in place, what opened behind it at the end. */
export function unfold(blocks: readonly BlockView[], answer: CheckpointAnswered): readonly BlockView[] {
	const isTheOne = (block: BlockView) => block.kind === 'checkpoint' && block.id === answer.checkpoint;
	const all = answer.blocks.some(isTheOne) ? answer.blocks : [...blocks, ...answer.blocks];
	return all.map((block) => (isTheOne(block) ? { ...block, answered: answer.feedback } : block) as BlockView);
}
