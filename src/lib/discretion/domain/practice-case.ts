import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Provenance } from '#lib/shared/piece.ts';
import type { DecisionInput, PartyInput } from './decision-input.ts';

/** How hard a case is: 1 one trap or none … 5 several parties, rules and traps at once. */
export const CASE_LEVELS = [1, 2, 3, 4, 5] as const;
export type CaseLevel = (typeof CASE_LEVELS)[number];

/** One piece of evidence in the file; `name` is what the input's `evidence` lists name it by. */
export interface EvidenceItem {
	readonly name: string;
	/** What it shows, in the words of the file. */
	readonly shows: string;
}

/**
 * Something that somebody says should make the penalty lighter or heavier. The officer decides whether it counts;
 * the engine says the same or the case is refused.
 */
export interface Claim {
	/** Id of the violation and name of the party (label, else subject) that it is said about. */
	readonly violation: string;
	readonly party: string;
	readonly text: string;
	/** The factor that it is put forward as; null = no factor at all (贫困、企业规模、申辩 …). */
	readonly factor: string | null;
	/** Names of pieces of evidence; empty = only said. */
	readonly evidence: readonly string[];
}

/**
 * A case to practise discretion on: a story, a file, claims, and the facts that the engine decides from. The key is never
 * written down: it is what `decide(input)` answers. `input` lists every claim that has a factor, with its evidence.
 */
export interface PracticeCase {
	readonly id: string;
	readonly title: string;
	readonly level: CaseLevel;
	readonly industry: string;
	/** Numbers of the trap catalogue (`content/discretion/traps.yaml`) that the case sets. */
	readonly traps: readonly number[];
	/** Markdown: what was found, in order of time, without any legal conclusion. */
	readonly story: string;
	readonly evidence: readonly EvidenceItem[];
	readonly claims: readonly Claim[];
	/** What each violation is called, by its id, without telling the rule; needed where there are several. */
	readonly acts?: Readonly<Record<string, string>> | undefined;
	readonly input: DecisionInput;
	/** Provisions offered beside the candidates, to choose from: they look right and are not. */
	readonly lookalikes: readonly string[];
	/** Markdown: what is to be learned here, told afterwards. */
	readonly lesson: string;
}

/** The quarters of a year (1–4) in which everybody decides a reference case; none = it is practised, not compared. */
export type ReferenceQuarters = readonly number[];

/** What a stored case holds beside the case: the story and the lesson rendered, and when it is a reference case. */
export interface CaseBody extends PracticeCase {
	readonly storyHtml: string;
	readonly lessonHtml: string;
	readonly reference: ReferenceQuarters;
}

/** One file of `content/discretion/cases`, checked and rendered. */
export interface PracticeCaseFile {
	readonly id: string;
	readonly digest: string;
	/** The whole text of the file, for those who change it. */
	readonly source?: string;
	readonly title: string;
	readonly body: CaseBody & Provenance;
	/** Articles that the lesson rests on, in the versions of the day of decision. */
	readonly citations: readonly ResolvedCitation[];
}

/** How pages name a party: its label, else what it is. */
export const partyName = ({ party, label }: Pick<PartyInput, 'party' | 'label'>): string => label ?? party;
