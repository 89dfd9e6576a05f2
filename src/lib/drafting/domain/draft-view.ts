import type { Conflict } from './apply-changes.ts';
import type { EditorForm } from './editor-form.ts';
import type { Entries } from './entries.ts';
import type { ReportView } from './report-view.ts';
import type { TaskBrief } from './task-view.ts';

// What the page that writes a draft is told.

/** A draft as its page writes it. */
export interface OpenDraft {
	readonly id: string;
	/** Whose it is: what the browser keeps is kept for this person. */
	readonly person: string;
	readonly entries: Entries;
	/** `11月22日 14:05` */
	readonly savedAt: string;
	readonly checks: number;
}

export interface TaskPage {
	readonly task: TaskBrief;
	readonly form: EditorForm;
	/** Null = not begun. */
	readonly draft: OpenDraft | null;
	readonly mayWrite: boolean;
}

export interface SavedDraft {
	/** `14:05` */
	readonly savedAt: string;
	/** Fields that were changed elsewhere in the meantime: nothing of them was stored. */
	readonly conflicts: readonly Conflict[];
}

export interface CheckedDraft {
	readonly report: ReportView;
	/** How often the officer has asked, this time included. */
	readonly checks: number;
}

export interface VersionLine {
	readonly number: number;
	readonly reason: string;
	/** `11月22日 14:05` */
	readonly at: string;
}
