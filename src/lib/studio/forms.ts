import * as v from 'valibot';
import type { FieldChange } from './domain/manuscript.ts';

const MOST_CHANGES = 100;
/** Postgres keeps no NUL in a text; everything else is the author's. */
const text = v.pipe(
	v.string(),
	v.maxLength(200_000),
	v.transform((typed) => typed.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n'))
);
const changes = v.object({
	changes: v.pipe(
		v.array(v.object({ field: v.pipe(v.string(), v.maxLength(40)), was: text, now: text })),
		v.maxLength(MOST_CHANGES)
	)
});

/** The changes in a request; null when it holds none. */
export async function readChanges(request: Request): Promise<FieldChange[] | null> {
	const read = v.safeParse(changes, await request.json().catch(() => null));
	return read.success ? read.output.changes : null;
}
