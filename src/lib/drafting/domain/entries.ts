/**
 * The fields of a draft as they were typed: texts, lists of texts, groups and tables of texts by the parts of the field.
 * A flag is `true`, `false` or an empty text. Reading them as values is `draftSchema` in `forms.ts`.
 */
export type Entry = string | readonly string[] | EntryGroup | readonly EntryGroup[];
export interface EntryGroup {
	readonly [part: string]: string | readonly string[];
}
export type Entries = Readonly<Record<string, Entry>>;
