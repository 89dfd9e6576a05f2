import type { Criterion } from '../piece-bodies.ts';
import type { ReportView } from '../report-view.ts';
import type { SheetRow } from '../sheet-view.ts';
import type { TaskBrief } from '../task-view.ts';
import type { FieldComment, Levels } from './mark-sheet.ts';

/** One line of a marker's queue. */
export interface QueuedMarking {
	readonly id: string;
	readonly title: string;
	readonly documentTitle: string;
	/** Looks again after an objection. */
	readonly isSecondLook: boolean;
	/** `2026-11-24` */
	readonly due: string;
	/** `还有 2 个工作日` */
	readonly dueWords: string;
	readonly isOverdue: boolean;
	readonly isBegun: boolean;
	/** Null until it is given. */
	readonly mark: number | null;
	readonly givenOn: string | null;
}

export interface GuideView {
	readonly title: string;
	readonly version: number;
	readonly limit: number;
	readonly criteria: readonly Criterion[];
}

/** A sheet that was given, without its marker. */
export interface GivenSheet {
	/** `第一阅卷` */
	readonly label: string;
	readonly mark: number;
	readonly levels: Levels;
	readonly comments: readonly FieldComment[];
}

/** Everything that a marker sees of a document: nothing of it leads to whoever wrote it. */
export interface MarkingView {
	readonly id: string;
	readonly placeLabel: string;
	readonly due: string;
	readonly dueWords: string;
	readonly isOverdue: boolean;
	readonly task: TaskBrief;
	readonly documentTitle: string;
	readonly guide: GuideView;
	readonly rows: readonly SheetRow[];
	/** What the machine says of the form; people mark apart from it. */
	readonly report: ReportView;
	/** Names, numbers and units that were masked in what the author wrote. */
	readonly masked: number;
	readonly sheet: { readonly levels: Levels; readonly comments: readonly FieldComment[] };
	readonly savedAt: string | null;
	readonly mark: number | null;
	/** The other sheets: for the second look, and for everybody once the mark is settled. */
	readonly others: readonly GivenSheet[];
	readonly settled: { readonly mark: number; readonly reason: string } | null;
	/** For the second look only: why the author does not accept the mark. */
	readonly objection: { readonly reason: string; readonly raisedOn: string } | null;
}

/** What an officer is told about the marks of an own document. */
export interface MarksView {
	readonly state: 'none' | 'marking' | 'settled';
	/** What is going on, in words; shown while nothing is settled. */
	readonly words: string;
	readonly machineScore: number;
	readonly settled: { readonly mark: number; readonly reason: string; readonly settledOn: string } | null;
	readonly guide: GuideView | null;
	readonly sheets: readonly GivenSheet[];
	/** `f.facts` → 违法事实 */
	readonly labels: Readonly<Record<string, string>>;
	/** Names that were masked for the markers. */
	readonly masked: number;
	readonly objection: ObjectionView | null;
	/** The last day on which one may object; null = not (any more). */
	readonly mayObjectUntil: string | null;
}

export interface ObjectionView {
	readonly reason: string;
	readonly raisedOn: string;
	readonly answer: {
		readonly outcome: string;
		readonly words: string;
		readonly answeredOn: string;
		readonly mark: number;
	} | null;
}
