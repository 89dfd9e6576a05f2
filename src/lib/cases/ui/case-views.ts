import type { Feedback } from '#lib/drills/domain/feedback.ts';
import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { ServerPart } from '#lib/kit/server-part.ts';
import type { Area } from '#lib/shared/piece.ts';
import type { Day } from '#lib/shared/time.ts';
import type { Polarity, TimelineEntry } from '../domain/case.ts';
import type { PartyComparison } from '../domain/compare-decision.ts';
import type { Gravity, KnownRule } from '../domain/defect.ts';
import type { Section } from '../domain/section.ts';

/** A case in a list. */
export interface CaseCard {
	readonly id: string;
	readonly title: string;
	readonly lead: string;
	readonly polarity: Polarity;
	readonly industry: string;
	readonly areas: readonly Area[];
	readonly difficulty: number;
	readonly minutes: number;
	readonly asOf: Day;
	readonly progress: { readonly answered: number; readonly checkpoints: number } | null;
	/** That the law under it has changed since; null where it has not. */
	readonly basisNote: string | null;
}

/** What stands above and below the text of a case. */
export interface StudyView {
	readonly id: string;
	readonly title: string;
	readonly version: number;
	readonly lead: string;
	readonly polarity: Polarity;
	readonly industry: string;
	readonly areas: readonly Area[];
	readonly difficulty: number;
	readonly asOf: Day;
	readonly minutes: number;
	readonly author: string;
	/** Who read it before it was published, in sentences. */
	readonly reviews: readonly string[];
	readonly redaction: string | null;
	readonly sources: readonly string[];
	readonly sourceKind: string;
	/** What this version changed; null in the first. */
	readonly note: string | null;
	readonly people: readonly { readonly who: string; readonly role: string }[];
}

/** A question inside a case as its page shows it: without the key until it was answered. */
export interface CheckpointView {
	readonly kind: 'checkpoint';
	readonly id: string;
	readonly stem: string;
	/** single, multiple or truefalse, as the server says it */
	readonly type: string;
	readonly options: readonly { readonly key: string; readonly text: string }[];
	/** Drill items that a wrong answer makes due. */
	readonly items: number;
	readonly answered: Feedback | null;
}

/** The place where the officer decides before reading on. */
export interface DecideView {
	readonly kind: 'decide';
	/** The question in the author's words; null = the usual one. */
	readonly stem: string | null;
	readonly parties: readonly string[];
	readonly answered: readonly PartyComparison[] | null;
}

export interface SectionView {
	readonly kind: 'section';
	readonly section: Section;
	readonly title: string | null;
}

export interface TextView {
	readonly kind: 'html';
	readonly html: string;
	readonly areas: readonly Area[];
	readonly notes: readonly CitedArticle[];
}

export type BlockView = TextView | SectionView | CheckpointView | DecideView;
export type AnsweredCheckpoint = CheckpointView & { readonly answered: Feedback };
export type AnsweredDecide = DecideView & { readonly answered: readonly PartyComparison[] };

/** What has been answered is text; a gate that waits is a form. `at`: number of its (first) block. */
export type Segment =
	| { readonly kind: 'text'; readonly at: number; readonly part: ServerPart }
	| { readonly kind: 'checkpoint'; readonly at: number; readonly number: number; readonly checkpoint: CheckpointView }
	| { readonly kind: 'decide'; readonly at: number; readonly place: DecideView };

export interface TimelineView {
	readonly entries: readonly Pick<TimelineEntry, 'at' | 'text'>[];
	/** Lines that tell the result and wait for the decision. */
	readonly folded: number;
}

export interface DefectView {
	readonly what: string;
	readonly area: Area;
	readonly gravity: Gravity;
	readonly better: string;
	readonly rule: KnownRule | null;
	readonly ground: CitedArticle | null;
}

/** What was done well and badly; the heaviest step of the ladder in words. */
export interface JudgementView {
	readonly well: readonly string[];
	readonly heaviest: string | null;
	readonly defects: readonly DefectView[];
}

interface Titled {
	readonly id: string;
	readonly title: string;
}

/** What stands at the end of a case. */
export interface AfterView {
	/** Null in versions stored before the format had it. */
	readonly judgement: ServerPart | null;
	readonly practice: {
		readonly items: readonly Titled[];
		readonly tasks: readonly Titled[];
		readonly practice: readonly Titled[];
	};
	/** Null: there is none. */
	readonly related: ServerPart | null;
}

/** What comes back when a checkpoint was answered or a decision written down, and what opened behind it. */
export interface GatePassed {
	/** Id of the checkpoint, or `decide`. */
	readonly checkpoint: string;
	/** The gate as it is now; `at` says which one it was. */
	readonly gate: Segment;
	readonly opened: readonly Segment[];
	/** Blocks that are still folded. */
	readonly hidden: number;
	readonly nav: ServerPart | null;
	readonly after: AfterView | null;
}

/** A checkpoint that could not be marked; without a fault, one whose picks came back through the sign-in. */
export interface CheckpointRefused {
	readonly checkpoint: string;
	readonly picks: readonly string[];
	readonly fault: string | null;
}

/** A decision that needs another look: what was written, and where. */
export interface DecideRefused {
	readonly checkpoint: 'decide';
	readonly values: Readonly<Record<string, string>>;
	readonly fault: string;
	readonly field: string;
}

export interface ReadingView {
	readonly segments: readonly Segment[];
	readonly hidden: number;
	readonly nav: ServerPart;
	readonly after: AfterView | null;
}

/** The page after an answer: the gate marked in place, what opened behind it at the end. */
export function unfold(before: ReadingView, passed: GatePassed): ReadingView {
	const at = before.segments.findIndex((one) => one.kind !== 'text' && one.at === passed.gate.at);
	// A second submit, or the whole page without JavaScript, brings what is open already.
	if (at === -1) return before;
	const isLast = at === before.segments.length - 1;
	return {
		segments: [...before.segments.with(at, passed.gate), ...(isLast ? passed.opened : [])],
		hidden: isLast ? passed.hidden : before.hidden,
		nav: passed.nav ?? before.nav,
		after: passed.after ?? before.after
	};
}
