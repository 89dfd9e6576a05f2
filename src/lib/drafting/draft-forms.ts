import * as v from 'valibot';
import type { FieldChange } from './domain/apply-changes.ts';
import type { Entry } from './domain/entries.ts';
import { storable } from './domain/fit-entries.ts';

const MOST_CHANGES = 100;

// Which entries a field may hold is for the use-case to say, which knows the form.
const entry = v.pipe(
	v.optional(v.unknown(), null),
	v.transform((value) => storable(value) as Entry | null)
);
const changes = v.object({
	changes: v.pipe(
		v.array(v.object({ field: v.pipe(v.string(), v.maxLength(60)), was: entry, now: entry })),
		v.maxLength(MOST_CHANGES)
	)
});

/** The changes in a request; null when it holds none. */
export async function readChanges(request: Request): Promise<FieldChange[] | null> {
	const read = v.safeParse(changes, await request.json().catch(() => null));
	return read.success ? read.output.changes : null;
}
