import { ask } from '#lib/drills/domain/present.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import { formatReference } from '#lib/shared/citation.ts';
import { AREAS } from '#lib/shared/piece.ts';
import type { Block, Checkpoint } from './case.ts';
import { SECTIONS } from './section.ts';

/** An article that stands beside the text, once for a case, by number. */
export interface PaperNote {
	readonly number: number;
	readonly lawTitle: string;
	/** 第九十七条 */
	readonly reference: string;
	readonly heading: string;
	readonly gist: string;
}

export type PaperBlock =
	| { readonly kind: 'section'; readonly text: string }
	| {
			readonly kind: 'text';
			readonly html: string;
			readonly areas: readonly string[];
			readonly notes: readonly number[];
	  }
	| {
			readonly kind: 'question';
			readonly number: number;
			readonly stem: string;
			readonly options: readonly PaperOption[];
	  }
	| { readonly kind: 'decide'; readonly stem: string | null };

interface PaperOption {
	readonly letter: string;
	readonly text: string;
}

/** The answer to a question, for the last page. */
export interface PaperAnswer {
	readonly number: number;
	/** `A、C` */
	readonly right: string;
	readonly reasons: readonly (PaperOption & { readonly isRight: boolean; readonly reason: string })[];
	readonly explanation: string;
}

export interface PaperCase {
	readonly blocks: readonly PaperBlock[];
	readonly notes: readonly PaperNote[];
	readonly answers: readonly PaperAnswer[];
}

interface Told {
	readonly id: string;
	readonly blocks: readonly Block[];
	/** By block. */
	readonly notes: readonly (readonly CitedArticle[])[];
}

/** A case as it is printed: law by number, questions without their keys, answers apart. Options keep the order of the screen. */
export function layOutCase({ id, blocks, notes }: Told): PaperCase {
	const numbered = numberNotes(notes.flat());
	const questions = blocks.filter((block): block is Checkpoint => block.kind === 'checkpoint');
	return {
		blocks: blocks.map((block, index): PaperBlock => {
			if (block.kind === 'section') {
				return { kind: 'section', text: SECTIONS[block.section] + (block.title === null ? '' : ` · ${block.title}`) };
			}
			if (block.kind === 'decide') return { kind: 'decide', stem: block.stem };
			if (block.kind === 'checkpoint') {
				return {
					kind: 'question',
					number: questions.indexOf(block) + 1,
					stem: block.stem,
					options: optionsOf(id, block)
				};
			}
			const own = notes[index]!.map((note) => numbered.get(keyOf(note))!.number);
			const areas = (block.areas ?? []).map((area) => AREAS[area]);
			return { kind: 'text', html: block.html, areas, notes: [...new Set(own)] };
		}),
		notes: [...numbered.values()],
		answers: questions.map((block, index) => answerOf(id, block, index + 1))
	};
}

const keyOf = ({ law, article }: CitedArticle) => `${law}/${article}`;

function numberNotes(all: readonly CitedArticle[]): Map<string, PaperNote> {
	const numbered = new Map<string, PaperNote>();
	for (const note of all) {
		if (numbered.has(keyOf(note))) continue;
		const { lawTitle, article, heading, gist } = note;
		const number = numbered.size + 1;
		numbered.set(keyOf(note), { number, lawTitle, reference: formatReference({ article }), heading, gist });
	}
	return numbered;
}

function orderOf(id: string, { id: own, task }: Checkpoint) {
	const asked = ask(task, `${id}/${own}`);
	const keys = 'options' in asked ? asked.options.map(({ key }) => key) : [];
	return keys.map((key) => task.options.find((option) => option.key === key)!);
}

const letterOf = (index: number) => String.fromCharCode(65 + index);

const optionsOf = (id: string, block: Checkpoint): PaperOption[] =>
	orderOf(id, block).map(({ text }, index) => ({ letter: letterOf(index), text }));

function answerOf(id: string, block: Checkpoint, number: number): PaperAnswer {
	const reasons = orderOf(id, block).map(({ text, correct, reason }, index) => {
		return { letter: letterOf(index), text, isRight: correct, reason };
	});
	const right = reasons.filter(({ isRight }) => isRight).map(({ letter }) => letter);
	return { number, right: right.join('、'), reasons, explanation: block.explanation };
}
