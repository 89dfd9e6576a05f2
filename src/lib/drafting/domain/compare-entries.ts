import { type DiffPart, diffTexts } from '#lib/law/domain/text-diff.ts';
import type { EditorForm } from './editor-form.ts';
import type { Entries } from './entries.ts';
import { sameEntry } from './same-entry.ts';
import { type SheetValue, viewEntry } from './sheet-view.ts';

/** A field that differs between two states of a draft, word by word. */
export interface FieldDifference {
	readonly field: string;
	readonly label: string;
	readonly parts: readonly DiffPart[];
}

/** What differs between two states, in the order of the form. */
export function compareEntries(
	{ fields }: Pick<EditorForm, 'fields'>,
	before: Entries,
	after: Entries
): FieldDifference[] {
	return fields
		.filter(({ key }) => !sameEntry(before[key], after[key]))
		.map(({ key, label, shape }) => {
			const [left, right] = [before, after].map((entries) => asText(viewEntry(shape, entries[key])));
			return { field: key, label, parts: diffTexts(left!, right!) };
		});
}

/** A field as one text: a line for each row. */
export function asText(value: SheetValue | null): string {
	switch (value?.kind) {
		case undefined:
			return '';
		case 'text':
			return value.text;
		case 'lines':
			return value.lines.join('\n');
		case 'group':
			return value.items.map(({ label, text }) => `${label}：${text}`).join('\n');
		case 'table':
			return value.rows
				.map((row) =>
					row
						.map((text, at) => text && `${value.head[at]}：${text}`)
						.filter(Boolean)
						.join('，')
				)
				.join('\n');
	}
}
