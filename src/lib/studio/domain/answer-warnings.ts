import type { FieldSpec, Fields } from './manuscript.ts';
import { type RedactionWarning, findPersonalData, redactionKey } from './redaction.ts';

/** What an author said to a warning: it is invented, or may stand, and why. */
export interface Confirmation {
	/** Of `redactionKey`. */
	readonly key: string;
	readonly reason: string;
	readonly by: string;
	readonly at: Date;
}

export interface PlacedWarning extends RedactionWarning {
	readonly field: string;
	readonly key: string;
	/** Null = not answered yet. */
	readonly confirmed: Confirmation | null;
}

/** Parts whose text an author does not word. */
const CHOSEN: readonly FieldSpec['input'][] = ['choice', 'choices', 'day', 'number'];

const SILENT = new Set(['id', 'redaction', 'related', 'decide']);

/** What in a manuscript looks like data of a real person, each with its place and what was answered to it. */
export function findWarnings(
	specs: readonly FieldSpec[],
	fields: Fields,
	confirmations: readonly Confirmation[]
): PlacedWarning[] {
	const names = new Set<string>();
	// Keys of other material, and the names of those who checked, are nobody of the story.
	return specs
		.filter(({ input, name }) => !CHOSEN.includes(input) && !SILENT.has(name))
		.flatMap(({ name: field }) =>
			findPersonalData(fields[field] ?? '').flatMap((warning) => {
				const key = redactionKey(warning);
				// A name is told once for the whole manuscript, as it is for one text.
				if (warning.kind === 'name' && names.has(key)) return [];
				names.add(key);
				return [{ ...warning, field, key, confirmed: confirmations.find((one) => one.key === key) ?? null }];
			})
		);
}
