import type { Day } from '#lib/shared/time.ts';
import type { LawKind } from './law-kinds.ts';

/** A remark on one line of a file: 1-based; 0 = the whole file. */
export interface TextRemark {
	readonly line: number;
	/** For people, in Chinese. */
	readonly message: string;
}

/** A heading (编 章 节); `level` 1 = outermost of this text. */
export interface TextSection {
	readonly level: number;
	readonly heading: string;
}

/** An article, or one of the `TEXT_UNITS` that stand beside or instead of articles. */
export interface TextUnit {
	/** `97`, `134-1`, `preface`, `annex-1` … */
	readonly article: string;
	/** As the text writes it: 第九十七条, 一、, 引言, 附件一. */
	readonly label: string;
	/** Index into the sections: the innermost heading above it; null = before any heading. */
	readonly section: number | null;
	/** Official wording without the label, one line per 款, 项 and 目. */
	readonly text: string;
}

/** When a text says it comes into force. `from` null = it does not say so for this version; `why` tells what it says instead. */
export interface InForce {
	readonly from: Day | null;
	/** The line of the text that the date was read from. */
	readonly line: string | null;
	readonly why: string | null;
}

/** One file of law text, read. */
export interface LawText {
	readonly title: string;
	/** Second title of a law that comes in several files (民法典 by its books); '' = the whole law. */
	readonly part: string;
	readonly kind: LawKind;
	/** Date of adoption or of the latest amendment: the version's name. */
	readonly version: Day;
	readonly inForce: InForce;
	readonly history: readonly string[];
	readonly sections: readonly TextSection[];
	readonly articles: readonly TextUnit[];
	readonly warnings: readonly TextRemark[];
}

/** A file that is not taken, and why. */
export type TextRefusal = TextRemark;

export type ParsedText =
	{ readonly ok: true; readonly text: LawText } | { readonly ok: false; readonly refusal: TextRefusal };
