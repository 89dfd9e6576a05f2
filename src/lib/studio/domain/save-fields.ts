import type { FieldChange, Fields } from './manuscript.ts';

/** A part that was changed elsewhere in the meantime: what is stored now. */
export interface Conflict {
	readonly field: string;
	readonly stored: string;
}

export interface Saved {
	readonly fields: Fields;
	readonly isChanged: boolean;
	readonly conflicts: readonly Conflict[];
}

/**
 * Compare and set, part by part: a change goes in where the part still is as it was, or already is as it is to be; else it
 * comes back as a conflict and the stored text stays. Sending the same changes twice is the same as once.
 */
export function saveFields(stored: Fields, changes: readonly FieldChange[]): Saved {
	const fields = new Map(Object.entries(stored));
	const conflicts: Conflict[] = [];
	let isChanged = false;
	for (const { field, was, now } of changes) {
		const here = fields.get(field) ?? '';
		if (here === now) continue;
		if (here !== was) {
			conflicts.push({ field, stored: here });
			continue;
		}
		if (now === '') fields.delete(field);
		else fields.set(field, now);
		isChanged = true;
	}
	return { fields: Object.fromEntries(fields), isChanged, conflicts };
}

/** The changes that lead from one state to another. */
export function changesBetween(before: Fields, after: Fields): FieldChange[] {
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return names.flatMap((field) => {
		const [was, now] = [before[field] ?? '', after[field] ?? ''];
		return was === now ? [] : [{ field, was, now }];
	});
}
