import * as v from 'valibot';
import type { Beginning } from './domain/beginning.ts';
import { type FieldChange, type Kind, isKind } from './domain/manuscript.ts';
import { type Act, isAct } from './domain/workflow.ts';

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

const line = (most: number) => v.pipe(v.optional(text, ''), v.maxLength(most));

/** A step of the workflow as a page posts it. */
export const actForm = v.object({
	act: v.pipe(v.optional(v.string(), ''), v.check(isAct, '没有这一步。')) as v.GenericSchema<unknown, Act>,
	reason: line(1000),
	seen: v.pipe(v.optional(v.string(), ''), v.regex(/^\d{1,6}$/), v.transform(Number))
});

/** Something said at a paragraph. */
export const commentForm = v.object({
	...{ id: line(40), field: line(40), quote: line(20_000), parentId: line(40) },
	text: v.optional(text, '')
});

/** Answers to warnings of personal data: several keys in one field, a line each. */
export const confirmForm = v.object({
	keys: v.pipe(
		line(20_000),
		v.transform((typed) => typed.split('\n').filter((key) => key !== ''))
	),
	reason: line(500)
});

/** What a new manuscript begins with: a piece to change, what a file proposes, a template, or nothing. */
export const startForm = v.object({
	kind: v.pipe(v.optional(v.string(), ''), v.check(isKind, '没有这一种。')) as v.GenericSchema<unknown, Kind>,
	...{ id: line(40), pieceId: line(80), template: line(40) },
	proposal: v.pipe(line(6), v.regex(/^\d*$/), v.transform(Number))
});

/** @returns the beginning that a posted form means */
export function beginningOf({ pieceId, proposal, template }: v.InferOutput<typeof startForm>): Beginning {
	if (pieceId !== '' && proposal > 0) return { proposal: { pieceId, version: proposal } };
	if (pieceId !== '') return { pieceId };
	return template === '' ? 'blank' : { template };
}
