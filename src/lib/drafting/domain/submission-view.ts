import type { EditorForm } from './editor-form.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Entries } from './entries.ts';
import type { TaskBody } from './piece-bodies.ts';
import { entriesOf } from './read-entries.ts';
import { type ReportView, viewReport } from './report-view.ts';
import { sameEntry } from './same-entry.ts';
import { type SheetRow, type SheetValue, viewEntry, viewSheet } from './sheet-view.ts';
import type { SubmissionReport } from './submission-report.ts';

/** A field as it was handed in and as it could have been written. */
export interface JudgedRow extends SheetRow {
	/** Null = nothing is wanted there. */
	readonly model: SheetValue | null;
	/** Whether both say the same. */
	readonly isSame: boolean;
}

export interface SubmissionView {
	readonly id: string;
	readonly taskId: string;
	readonly title: string;
	/** Title of the document. */
	readonly document: string;
	readonly at: string;
	/** How often a check was asked for before. */
	readonly checks: number;
	readonly isMarked: boolean;
	readonly report: ReportView;
	readonly rows: readonly JudgedRow[];
}

interface Task {
	readonly id: string;
	readonly title: string;
	readonly body: TaskBody;
	readonly kind: DocumentKind;
	readonly form: EditorForm;
}
interface HandedIn {
	readonly draftId: string;
	readonly entries: Entries;
	readonly report: SubmissionReport;
	readonly at: string;
	readonly checks: number;
}

export function viewSubmission({ id, title, body, kind, form }: Task, handedIn: HandedIn): SubmissionView {
	const { draftId, entries, report, at, checks } = handedIn;
	const model = entriesOf(kind, body.model);
	const shapes = new Map(form.fields.map(({ key, shape }) => [key, shape]));
	const rows = viewSheet(form, entries).map((row) => ({
		...{ ...row, model: viewEntry(shapes.get(row.field)!, model[row.field]) },
		isSame: sameEntry(entries[row.field], model[row.field])
	}));
	return {
		...{ id: draftId, taskId: id, title, document: kind.title, at, checks, isMarked: body.guide !== null },
		...{ report: viewReport(report, kind), rows }
	};
}
