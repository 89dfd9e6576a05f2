import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Industry, Provenance } from '#lib/shared/piece.ts';
import type { Values } from './path.ts';
import type { Severity } from './rule.ts';
import type { TextCheck } from './text-check.ts';

export const PIECE_KINDS = { file: '案卷', task: '文书任务', guide: '评分细则', review: '评查案卷' } as const;
export type PieceKind = keyof typeof PIECE_KINDS;
export type PieceBody = FileBody | TaskBody | GuideBody | ReviewBody;

/** What a file is good for. */
export const FILE_FEATURES = {
	ordinary: '普通程序',
	summary: '简易程序',
	hearing: '听证',
	dual: '一案双罚',
	transfer: '移送司法',
	coercion: '行政强制'
} as const;
export type FileFeature = keyof typeof FILE_FEATURES;

interface Common extends Provenance {
	/** The day on which its citations resolve. */
	readonly asOf: string;
	readonly citations: readonly ResolvedCitation[];
}

/** A clean case file from inspection to closing: the engine gives it 100. */
export interface FileBody extends Common {
	readonly industry: Industry;
	readonly features: readonly FileFeature[];
	/** Which rules it is checked by. */
	readonly place: string;
	/** What happened, in order of time. */
	readonly storyHtml: string;
	readonly case: Values;
	/** By kind, in the order of the file. */
	readonly documents: Readonly<Record<string, Values>>;
}

export const TASK_LEVELS = [1, 2, 3, 4, 5] as const;

/** One document to write. Complete in itself: the file that it was made from may change. */
export interface TaskBody extends Common {
	/** The kind of document. */
	readonly document: string;
	readonly level: (typeof TASK_LEVELS)[number];
	readonly industry: Industry;
	readonly minutes: number;
	readonly place: string;
	/** The case file that it was made from. */
	readonly file: string;
	/** What the officer knows and has to do: notes, statements, what was seen. */
	readonly briefHtml: string;
	readonly photos: readonly { readonly title: string; readonly shows: string }[];
	readonly evidence: readonly { readonly name: string; readonly shows: string }[];
	readonly case: Values;
	/** Documents of the file that already exist, in order: read by the officer, compared with by the rules. */
	readonly related: Readonly<Record<string, Values>>;
	/** What stands in the form from the start. */
	readonly prefilled: Values;
	/** The document as it should be: the engine gives it 100. Never leaves the server before the draft is handed in. */
	readonly model: Values;
	/** Points that differ from the rule's own; 0 = not asked in this task. */
	readonly points: Readonly<Record<string, number>>;
	/** What its free texts have to say. */
	readonly texts: readonly TextCheck[];
	/** The guide by which people mark the reasoning; null = there is only the formal part. */
	readonly guide: string | null;
}

/** How people mark the reasoning of a document. */
export interface GuideBody extends Common {
	/** Kinds of documents that it is made for. */
	readonly documents: readonly string[];
	/** More than so many points (of 100) between two markers call a third. */
	readonly limit: number;
	readonly criteria: readonly Criterion[];
}
export interface Criterion {
	readonly id: string;
	readonly title: string;
	/** Whole percent; all criteria together 100. */
	readonly weight: number;
	/** What the marker asks. */
	readonly question: string;
	/** From the worst (0) up, evenly spaced: the index is the level. */
	readonly levels: readonly { readonly title: string; readonly anchor: string }[];
}

/** A whole file with defects that were put in on purpose. */
export interface ReviewBody extends Common {
	readonly level: (typeof TASK_LEVELS)[number];
	readonly industry: Industry;
	readonly place: string;
	/** The clean file that it was made from, and what drew its defects. */
	readonly file: string;
	readonly seed: number;
	readonly storyHtml: string;
	readonly case: Values;
	readonly documents: Readonly<Record<string, Values>>;
	/** The key: exactly what the engine finds. Never leaves the server before the review is handed in. */
	readonly defects: readonly SeededDefect[];
}
export interface SeededDefect {
	readonly rule: string;
	/** The kind of document; null = the file as a whole. */
	readonly document: string | null;
	readonly path: string;
	readonly severity: Severity;
	readonly message: string;
}
