import { buildForm, formShape } from './editor-form.ts';
import type { TaskBody } from './piece-bodies.ts';
import { entriesOf } from './read-entries.ts';
import type { RuleBook } from './rule-book.ts';
import { type SheetRow, viewEntry, viewSheet } from './sheet-view.ts';

/** A task as it may be seen before anything is handed in: its material, never its model, its text checks or its points. */
export interface TaskBrief {
	readonly id: string;
	readonly title: string;
	readonly level: number;
	readonly industry: string;
	readonly minutes: number;
	readonly briefHtml: string;
	readonly photos: TaskBody['photos'];
	readonly evidence: TaskBody['evidence'];
	/** Who is who, as every document of the file writes them. */
	readonly parties: readonly { readonly label: string; readonly text: string }[];
	readonly documents: readonly { readonly id: string; readonly title: string; readonly rows: readonly SheetRow[] }[];
	/** Whether people mark it as well. */
	readonly isMarked: boolean;
}

interface Shown {
	readonly id: string;
	readonly title: string;
	readonly body: TaskBody;
	readonly book: RuleBook;
}

export function viewTask({ id, title, body, book }: Shown): TaskBrief {
	const { level, industry, minutes, briefHtml, photos, evidence, related, guide } = body;
	const documents = Object.entries(related).flatMap(([name, values]) => {
		const kind = book.documents.get(name);
		if (!kind) return [];
		const form = buildForm(kind, book);
		const rows = viewSheet(form, entriesOf(kind, values)).filter(({ value }) => value !== null);
		return [{ id: name, title: kind.title, rows }];
	});
	return {
		...{ id, title, level, industry, minutes, briefHtml, photos, evidence, documents },
		...{ parties: partiesOf(body, book), isMarked: guide !== null }
	};
}

/** Names and numbers that are known from the start. What the case amounts to in law is for the officer to see. */
const KNOWN = ['party', 'authority', 'officers'] as const;

function partiesOf({ case: facts }: TaskBody, book: RuleBook): TaskBrief['parties'] {
	const entries = entriesOf({ shape: book.facts }, facts);
	return KNOWN.flatMap((key) => {
		const part = book.facts.parts[key];
		const value = part ? viewEntry(formShape(part.shape), entries[key]) : null;
		if (value?.kind === 'group') return value.items;
		if (value?.kind !== 'table') return [];
		return [{ label: part!.label, text: value.rows.map((row) => row.join(' ')).join('、') }];
	});
}
