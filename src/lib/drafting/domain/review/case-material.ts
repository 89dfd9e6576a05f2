import type { Area } from '#lib/shared/piece.ts';
import type { RuleKind, Severity } from '../rule.ts';

/** What a reviewed file offers to whoever writes a case study about it. */
export interface CaseMaterial {
	/** Where it comes from, in words. */
	readonly source: string;
	readonly title: string;
	readonly industry: string;
	readonly asOf: string;
	/** What happened, a paragraph each. */
	readonly story: readonly string[];
	readonly defects: readonly MaterialDefect[];
	/** What the unit was told to mend, if a panel sat on it. */
	readonly mending: readonly string[];
	/** Drafting tasks made from the same file. */
	readonly tasks: readonly string[];
}

export interface MaterialDefect {
	readonly rule: string;
	/** 《行政处罚决定书》 or 全卷 */
	readonly where: string;
	readonly what: string;
	/** What the rule wants. */
	readonly wanted: string;
	readonly area: Area;
	readonly severity: Severity;
}

const AREA_OF: Readonly<Record<RuleKind, Area>> = {
	'required-field': 'procedure',
	procedure: 'procedure',
	'date-order': 'procedure',
	signature: 'procedure',
	deadline: 'procedure',
	'consistency-with-other-document': 'facts',
	'consistency-within-document': 'facts',
	'remedies-notice': 'procedure',
	'two-officers': 'procedure',
	'party-identity': 'facts',
	'amount-in-range': 'discretion',
	'amount-uppercase': 'discretion',
	arithmetic: 'discretion',
	enumeration: 'law',
	'article-citation': 'law',
	wording: 'law',
	authority: 'law',
	'evidence-legality': 'evidence'
};

/** Which of the five contested areas a rule of this kind belongs to: a first guess, which the author of a case may change. */
export const areaOfRule = (kind: RuleKind): Area => AREA_OF[kind];

/** The paragraphs of rendered text, without their mark-up. */
export function paragraphsOfHtml(html: string): string[] {
	return html
		.split(/<\/(?:p|li|h\d)>/)
		.map((part) =>
			part
				.replace(/<[^>]*>/g, '')
				.replace(/&lt;/g, '<')
				.replace(/&gt;/g, '>')
				.replace(/&quot;/g, '"')
				.replace(/&#39;/g, "'")
				.replace(/&nbsp;/g, ' ')
				.replace(/&amp;/g, '&')
				.trim()
		)
		.filter((part) => part !== '');
}
