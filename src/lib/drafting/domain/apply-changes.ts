import type { Entries, Entry } from './entries.ts';
import { type Standing, sameEntry } from './same-entry.ts';

/** One field of a draft as it was when somebody began to change it, and as it is to be; null = empty. */
export interface FieldChange {
	readonly field: string;
	readonly was: Entry | null;
	readonly now: Entry | null;
}

/** A field that was changed elsewhere in the meantime: what is stored now. */
export interface Conflict {
	readonly field: string;
	readonly stored: Entry | null;
}

export interface Applied {
	readonly entries: Entries;
	/** Whether anything differs from before. */
	readonly isChanged: boolean;
	readonly conflicts: readonly Conflict[];
}

/**
 * Compare and set, field by field: a change goes in when the field still is as it was, or already is as it is to be;
 * otherwise it is returned as a conflict and the stored text stays. Nothing is ever overwritten unseen, and sending the
 * same changes twice is the same as once.
 */
export function applyChanges(stored: Entries, changes: readonly FieldChange[]): Applied {
	const entries: Record<string, Entry> = { ...stored };
	const conflicts: Conflict[] = [];
	let isChanged = false;
	for (const { field, was, now } of changes) {
		const here = standingIn(entries, field);
		if (sameEntry(here, now)) continue;
		if (!sameEntry(here, was)) {
			conflicts.push({ field, stored: here });
			continue;
		}
		if (now === null) delete entries[field];
		else entries[field] = now;
		isChanged = true;
	}
	return { entries, isChanged, conflicts };
}

/** The changes that lead from one state to another. */
export function changesBetween(before: Entries, after: Entries): FieldChange[] {
	const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...fields].flatMap((field) => {
		const [was, now] = [standingIn(before, field), standingIn(after, field)];
		return sameEntry(was, now) ? [] : [{ field, was, now }];
	});
}

const standingIn = (entries: Entries, field: string): Standing & (Entry | null) =>
	Object.hasOwn(entries, field) ? entries[field]! : null;
