import type { Entry } from './entries.ts';
import type { Shape } from './shape.ts';

/** What one draft may hold, far above any real document: a broken or hostile page must not fill the database. */
export const DRAFT_LIMITS = { characters: 200_000, rows: 200 } as const;

/**
 * Whether something that came in can stand in a field: its kind of value, not whether it can be read as a day or an amount.
 * Rows may be left blank, parts may be left out, nothing else may be added.
 */
export function fitsShape(entry: unknown, shape: Shape): entry is Entry {
	switch (shape.kind) {
		case 'scalar':
			return typeof entry === 'string' || (shape.scalar === 'strings' && isListOfTexts(entry));
		case 'enum':
			return typeof entry === 'string';
		case 'list':
			return (
				Array.isArray(entry) && entry.length <= DRAFT_LIMITS.rows && entry.every((row) => fitsShape(row, shape.of))
			);
		case 'record':
			return (
				typeof entry === 'object' &&
				entry !== null &&
				!Array.isArray(entry) &&
				Object.entries(entry).every(
					([key, value]) => Object.hasOwn(shape.parts, key) && fitsShape(value, shape.parts[key]!.shape)
				)
			);
	}
}

const isListOfTexts = (entry: unknown) =>
	Array.isArray(entry) && entry.length <= DRAFT_LIMITS.rows && entry.every((one) => typeof one === 'string');

// A database holds neither the character of code 0 nor half of a pair.
const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The same value without signs that cannot be stored; they come from broken copies and nobody sees them. */
export function storable(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(UNSTORABLE, '');
	if (Array.isArray(value)) return value.map(storable);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, storable(part)]));
}
