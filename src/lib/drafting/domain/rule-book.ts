import type { DocumentKind } from './document-kind.ts';
import type { Layout } from './layout.ts';
import type { Rule } from './rule.ts';
import type { RecordShape } from './shape.ts';
import type { Statute } from './statute.ts';
import type { TextRules } from './text-rules.ts';

export const GRADES = { excellent: '优秀', good: '良好', qualified: '合格', unqualified: '不合格' } as const;
export type Grade = keyof typeof GRADES;

export interface Scoring {
	/** A document or file with a fatal violation gets no more than this. */
	readonly fatalCap: number;
	/** Shares of the documents and of the rules on the whole file, together 100. */
	readonly documentsPercent: number;
	readonly fileRulesPercent: number;
	/** From the best down. */
	readonly grades: readonly { readonly id: Grade; readonly from: number }[];
}

/** A figure that a place may set; `verified` = fixed by law. */
export interface Parameter {
	readonly id: string;
	readonly label: string;
	readonly value: number;
	readonly status: 'verified' | 'configurable';
	readonly note: string;
}

/** Everything that a document is checked against in one place. */
export interface RuleBook {
	readonly documents: ReadonlyMap<string, DocumentKind>;
	readonly fileRules: readonly Rule[];
	/** Shape of the facts of a case. */
	readonly facts: RecordShape;
	readonly parameters: readonly Parameter[];
	readonly statutes: ReadonlyMap<string, Statute>;
	readonly scoring: Scoring;
	/** How free texts are read. */
	readonly texts: TextRules;
	/** How each kind of document stands on paper. */
	readonly layouts: ReadonlyMap<string, Layout>;
}
