import { explain } from '#lib/drills/domain/explain.ts';
import type { Feedback } from '#lib/drills/domain/feedback.ts';
import { ask } from '#lib/drills/domain/present.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { Area } from '#lib/shared/piece.ts';
import type { Checkpoint } from '../domain/case.ts';
import type { PartyComparison } from '../domain/compare-decision.ts';
import type { Section } from '../domain/section.ts';
import type { KeptCase } from './case-cache.server.ts';

export type ShownBlock =
	| { kind: 'html'; html: string; areas: readonly Area[]; notes: readonly CitedArticle[] }
	| { kind: 'section'; section: Section; title: string | null }
	| ShownCheckpoint
	| ShownDecide;

interface ShownCheckpoint {
	kind: 'checkpoint';
	id: string;
	stem: string;
	type: string;
	options: { key: string; text: string }[];
	/** Drill items on the same thing that a wrong answer makes due; 0 for who does not practise. */
	items: number;
	answered: Feedback | null;
}

/** The place to decide, as it is asked and as it was answered. */
export interface ShownDecide {
	kind: 'decide';
	stem: string | null;
	parties: readonly string[];
	answered: readonly PartyComparison[] | null;
}

/** What a reader has done in a case so far. */
export interface Answered {
	readonly answers: ReadonlyMap<string, readonly string[]>;
	readonly decide: Omit<ShownDecide, 'kind' | 'stem'>;
	/** Whether a wrong answer makes items due. */
	readonly mayDrill: boolean;
}

/** Blocks as the page shows them. @param from number of the first block @param to number behind the last one */
export function showBlocks(kept: KeptCase, answered: Answered, from: number, to: number): ShownBlock[] {
	const { id, body } = kept.row;
	return body.blocks.slice(from, to).map((block, index): ShownBlock => {
		const notes = kept.notes[from + index]!;
		if (block.kind === 'html') return { kind: 'html', html: block.html, areas: block.areas ?? [], notes };
		if (block.kind === 'section') return { kind: 'section', section: block.section, title: block.title };
		if (block.kind === 'decide') return { kind: 'decide', stem: block.stem, ...answered.decide };
		const given = answered.answers.get(block.id);
		const asked = ask(block.task, `${id}/${block.id}`);
		return {
			...{ kind: 'checkpoint', id: block.id, stem: block.stem, type: block.task.type },
			...{
				options: 'options' in asked ? [...asked.options] : [],
				items: answered.mayDrill ? (block.items?.length ?? 0) : 0
			},
			answered: given ? toFeedback(id, block, { given, citations: notes, repeated: false }) : null
		};
	});
}

interface Given {
	readonly given: readonly string[];
	readonly citations: readonly CitedArticle[];
	readonly repeated: boolean;
}

export function toFeedback(caseId: string, block: Checkpoint, given: Given): Feedback {
	const { task, explanation, id } = block;
	return explain({ task, explanation, ...given, position: 0, place: `${caseId}/${id}`, nextDue: null });
}
