import type { Area } from '#lib/shared/piece.ts';
import type { OpenBundle } from '../bundle/bundle-view.ts';
import type { LawLine } from '../bundle/law-line.ts';
import type { ReplyMark } from './mark-reply.ts';

/** A round as it is asked: nothing in it tells which reply is the best. */
export interface OpenRound {
	readonly argument: string;
	readonly number: number;
	readonly line: string;
	readonly issue: string;
	readonly area: Area;
	/** What the other side leans on. */
	readonly exhibits: readonly string[];
	readonly law: readonly string[];
	readonly replies: readonly { readonly place: number; readonly text: string }[];
}

/** A round after it was answered, with everything that explains it. */
export interface MarkedRound {
	readonly argument: string;
	readonly number: number;
	readonly line: string;
	readonly issue: string;
	readonly area: Area;
	readonly marks: ReplyMark;
	readonly replies: readonly {
		readonly text: string;
		readonly worth: number;
		readonly why: string;
		readonly isGiven: boolean;
	}[];
	/** Names; '' = none was given. */
	readonly exhibit: { readonly given: string; readonly best: readonly string[] };
	readonly law: { readonly given: string; readonly best: readonly string[] };
	readonly words: string;
	/** How a good advocate says it. */
	readonly model: string;
}

export interface RehearsalResult {
	readonly mark: number;
	readonly areas: readonly { readonly area: Area; readonly rounds: number; readonly mark: number }[];
	readonly rounds: readonly MarkedRound[];
	/** Arguments that did not earn everything, the strongest first. */
	readonly missed: readonly { readonly argument: string; readonly line: string; readonly mark: number }[];
	readonly items: readonly { readonly id: string; readonly title: string }[];
	/** Articles that a good answer would have named. */
	readonly law: readonly LawLine[];
}

export interface RehearsalView {
	readonly id: string;
	readonly sideLabel: string;
	readonly opponentLabel: string;
	readonly stageLabel: string;
	readonly bundle: Pick<OpenBundle, 'id' | 'title' | 'act' | 'claims' | 'storyHtml' | 'exhibits'>;
	readonly law: readonly LawLine[];
	/** A mark for each round that is done, null for those to come. */
	readonly marks: readonly (number | null)[];
	readonly open: OpenRound | null;
	readonly marked: MarkedRound | null;
	readonly result: RehearsalResult | null;
}
