import type { Choice } from '#lib/drills/domain/item.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Area, Provenance } from '#lib/shared/piece.ts';
import type { Defect } from './defect.ts';
import type { Heading } from './section.ts';

export const POLARITIES = { positive: '正面案例', negative: '反面案例', mixed: '有得有失' } as const;
export type Polarity = keyof typeof POLARITIES;

/** Where a case comes from. */
export const SOURCE_KINDS = { invented: '虚构教学案例', anonymised: '真实案件匿名改编' } as const;
export type SourceKind = keyof typeof SOURCE_KINDS;

/**
 * A paragraph-sized piece of the body with the law that stands beside it, the heading of a section, a question that must be
 * answered to go on, or the place where the officer decides before reading what was decided. Its number is its anchor.
 */
export type Block =
	| {
			readonly kind: 'html';
			readonly html: string;
			/** The contested areas that the paragraph is about; none in versions stored before the format had them. */
			readonly areas?: readonly Area[];
			readonly notes: readonly ResolvedCitation[];
	  }
	| (Heading & { readonly kind: 'section'; readonly notes: readonly ResolvedCitation[] })
	| {
			readonly kind: 'checkpoint';
			readonly id: string;
			readonly stem: string;
			readonly task: Choice;
			readonly explanation: string;
			/** Drill items that test the same thing: a wrong answer makes them due. */
			readonly items?: readonly string[];
			readonly notes: readonly ResolvedCitation[];
	  }
	| {
			readonly kind: 'decide';
			/** The question in the author's words; null = the usual one. */
			readonly stem: string | null;
			readonly notes: readonly ResolvedCitation[];
	  };

export interface TimelineEntry {
	/** `2026-03-18T09:20`, Asia/Shanghai. */
	readonly at: string;
	readonly text: string;
	/** Tells the result: shown once the officer has decided. */
	readonly fold?: boolean | undefined;
}

/** Everything around the text of a case. */
export interface CaseParts {
	readonly sourceKind: SourceKind;
	/** Who made sure that nobody can be recognised; null = nothing to redact. */
	readonly redaction: { readonly by: string; readonly on: string } | null;
	/** Roles only. */
	readonly people: readonly { readonly who: string; readonly role: string }[];
	readonly well: readonly string[];
	readonly defects: readonly Defect[];
	/** Ids of material on the same thing. */
	readonly related: {
		readonly items: readonly string[];
		readonly tasks: readonly string[];
		readonly practice: readonly string[];
	};
	/** The discretion practice case on these same facts. */
	readonly decide: string | null;
	/** What changed in this version. */
	readonly note: string | null;
}

export interface CaseBody extends Provenance {
	/** 1–5, a prediction. */
	readonly difficulty: number;
	readonly timeline: readonly TimelineEntry[];
	readonly blocks: readonly Block[];
	/** Minutes at 400 characters a minute. */
	readonly minutes: number;
	/** Absent in versions stored before the format had them. */
	readonly parts?: CaseParts;
}

export type Checkpoint = Extract<Block, { kind: 'checkpoint' }>;

/** What the place to decide is answered under, beside the ids of checkpoints. */
export const DECIDE = 'decide';

/** What a block is answered under before the reader goes on; null = nothing is to be answered. */
export const gateOf = (block: Block): string | null =>
	block.kind === 'checkpoint' ? block.id : block.kind === 'decide' ? DECIDE : null;

/** The blocks up to and including the first checkpoint (or place to decide) that is still open; everything when none is. */
export function readableBlocks(blocks: readonly Block[], answered: ReadonlySet<string>): readonly Block[] {
	const open = blocks.findIndex((block) => {
		const gate = gateOf(block);
		return gate !== null && !answered.has(gate);
	});
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
