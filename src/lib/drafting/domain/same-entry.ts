import type { Entry } from './entries.ts';

/** What stands in a field; null = nothing has been entered. */
export type Standing = Entry | null | undefined;

/** Whether two states of a field say the same: an absent field, an empty text, an empty list and a row of blanks are all nothing. */
export const sameEntry = (left: Standing, right: Standing): boolean => plainOf(left) === plainOf(right);

/** Whether nothing has been entered. */
export const isBlankEntry = (entry: Standing): boolean => plainOf(entry) === '';

/** A text that two states share exactly when they say the same. Keys are sorted: a database returns them in its own order. */
function plainOf(entry: unknown): string {
	if (typeof entry === 'string') return entry === '' ? '' : JSON.stringify(entry);
	if (Array.isArray(entry)) {
		const items = entry.map(plainOf);
		// Blank rows inside count, because rows have a place; a list of nothing but blanks is none.
		return items.every((item) => item === '') ? '' : `[${items.join()}]`;
	}
	if (typeof entry !== 'object' || entry === null) return '';
	const parts = Object.entries(entry)
		.map(([key, value]) => [key, plainOf(value)] as const)
		.filter(([, value]) => value !== '')
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return parts.length === 0 ? '' : `{${parts.map(([key, value]) => `${key}:${value}`).join()}}`;
}
