import type { Fen } from '#lib/shared/money.ts';
import type { Range } from './decision.ts';
import type { EvidenceItem } from './practice-case.ts';
import type { PracticeStep, Question, Verdict } from './practice-answer.ts';

/** One step on the way, as the strip over the case shows it. */
export interface StepMark {
	readonly step: PracticeStep;
	readonly label: string;
	readonly state: 'given' | 'open' | 'later';
	/** Points; null while nothing is told. */
	readonly earned: number | null;
	readonly of: number | null;
}

/** A step that was marked. */
export interface MarkedStep {
	readonly step: PracticeStep;
	readonly label: string;
	/** `10:25`, of the day on which the attempt was begun or another. */
	readonly at: string;
	readonly earned: number;
	readonly of: number;
	readonly verdicts: readonly Verdict[];
}

/** A fine beside what the law and the benchmark allow. */
export interface FineView {
	readonly about: string;
	readonly tier: string;
	readonly statutory: Range;
	readonly bracket: Range;
	readonly suggested: Fen;
	readonly given: Fen | null;
	readonly isInside: boolean;
}

export interface TrapView {
	readonly number: number;
	readonly title: string;
	/** How to avoid it. */
	readonly avoid: string;
	/** Null = nothing that was asked tells. */
	readonly isAvoided: boolean | null;
}

export interface ResultView {
	readonly mark: number;
	readonly steps: readonly MarkedStep[];
	readonly fines: readonly FineView[];
	readonly traps: readonly TrapView[];
	readonly warnings: readonly string[];
	readonly lessonHtml: string;
	/** The engine's own statement of reasons, where it fines. */
	readonly model: string;
	readonly benchmark: string;
}

/** The page of an attempt. */
export interface AttemptView {
	readonly id: string;
	readonly title: string;
	readonly level: number;
	readonly industry: string;
	readonly isReference: boolean;
	readonly quarter: string | null;
	readonly isGenerated: boolean;
	readonly storyHtml: string;
	readonly evidence: readonly EvidenceItem[];
	readonly strip: readonly StepMark[];
	/** The step that is open with its questions; null when all is given. */
	readonly open: {
		readonly step: PracticeStep;
		readonly label: string;
		readonly questions: readonly Question[];
	} | null;
	/** The step that was just given, in practice. */
	readonly marked: MarkedStep | null;
	/** What was said so far, without any judgement on it. */
	readonly recap: readonly Pick<Verdict, 'about' | 'prompt' | 'given'>[];
	readonly result: ResultView | null;
}
