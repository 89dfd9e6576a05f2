import type { CitedArticle } from '#lib/law/domain/cited-article.ts';

/** What is written in the studio; each kind becomes a file of its room. */
export const KINDS = {
	case: '案例',
	'public-case': '公开案例',
	item: '练习题',
	'drafting-task': '文书任务',
	'discretion-case': '裁量案例'
} as const;
export type Kind = keyof typeof KINDS;

export function isKind(text: string): text is Kind {
	return Object.hasOwn(KINDS, text);
}

/** A manuscript’s text by the name of its part; what is empty is not there. */
export type Fields = Readonly<Record<string, string>>;

/** One part as it was when somebody began to change it, and as it is to be. */
export interface FieldChange {
	readonly field: string;
	readonly was: string;
	readonly now: string;
}

/** How a part is written and asked for. */
export interface FieldSpec {
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
	/** `choices`: several keys, one a line · `lines`: several texts, one a line */
	readonly input: 'line' | 'lines' | 'text' | 'markdown' | 'yaml' | 'day' | 'choice' | 'choices' | 'number';
	/** Stored key → label. */
	readonly options?: Readonly<Record<string, string>>;
	readonly required: boolean;
}

/** What is wrong in a part: worded for its author. */
export interface FieldFault {
	/** '' = the whole. */
	readonly field: string;
	/** Line inside the part, from 1; null = the part as such. */
	readonly line: number | null;
	readonly message: string;
}

/** Who wrote and who reviewed: written by the workflow, never by a form. */
export interface Byline {
	readonly author: string;
	readonly internalReview?: { readonly by: string; readonly on: string };
	readonly legalReview?: { readonly by: string; readonly on: string };
}

interface BlockPlace {
	readonly field: string;
	/** Its words without markup, by which a comment finds it again. */
	readonly text: string;
}
/** A paragraph-sized piece of the text as its reader will see it. */
export type PreviewBlock = BlockPlace &
	(
		| { readonly kind: 'heading' }
		| {
				readonly kind: 'html';
				/** Sanitised. */
				readonly html: string;
				/** A small word above it; '' = none. */
				readonly title: string;
				readonly notes: readonly CitedArticle[];
		  }
		| { readonly kind: 'lines'; readonly title: string; readonly lines: readonly PreviewLine[] }
	);
export interface PreviewLine {
	readonly text: string;
	/** What is said beside it: a reason, a date. */
	readonly note: string;
	readonly mark: 'right' | 'wrong' | null;
}

/** Why a state of a manuscript was kept. */
export const VERSION_REASONS = {
	start: '建稿',
	auto: '自动保存',
	kept: '手动存为版本',
	restore: '恢复之前',
	step: '流转时'
} as const;
export type VersionReason = keyof typeof VERSION_REASONS;

/** Longest manuscript, in characters of all its parts. */
export const LONGEST = 60_000;

export const lengthOf = (fields: Fields): number => Object.values(fields).reduce((sum, text) => sum + text.length, 0);

/** What lists call a manuscript. */
export function titleOf(fields: Fields): string {
	const inSource = /^title:\s*["']?(.+?)["']?\s*$/m.exec(fields['source'] ?? '')?.[1];
	return (fields['title'] ?? inSource ?? '').trim().slice(0, 100) || '（还没有标题）';
}
