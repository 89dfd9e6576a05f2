import * as v from 'valibot';
import type { FieldChange, FieldSpec, Fields } from './domain/manuscript.ts';

const text = v.pipe(
	v.string(),
	v.maxLength(200_000),
	v.transform((typed) => typed.replaceAll('\u0000', '').replaceAll('\r\n', '\n'))
);
const held = v.object({ fields: v.nullable(v.record(v.pipe(v.string(), v.maxLength(40)), text)) });
const word = v.object({
	keys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)),
	reason: v.pipe(v.string(), v.maxLength(500))
});

const json = (request: Request): Promise<unknown> => request.json().catch(() => null);

/** What an editor holds, in a request: null fields = judge what is stored; undefined when it cannot be read. */
export async function readHeld(request: Request): Promise<Fields | null | undefined> {
	const read = v.safeParse(held, await json(request));
	return read.success ? read.output.fields : undefined;
}

/** An author's word about warnings; null when the request holds none. */
export async function readWord(request: Request): Promise<v.InferOutput<typeof word> | null> {
	const read = v.safeParse(word, await json(request));
	return read.success ? read.output : null;
}

/** The parts of a form that was sent without scripts, with what they were when the page was made. */
export function readPlainForm(form: FormData, specs: readonly FieldSpec[]): FieldChange[] {
	const clean = (value: FormDataEntryValue | null) =>
		(typeof value === 'string' ? value : '').replaceAll('\r\n', '\n').replaceAll('\u0000', '');
	return specs.flatMap(({ name: field, input }) => {
		if (!form.has(`was:${field}`)) return [];
		const was = clean(form.get(`was:${field}`));
		// No box ticked sends nothing at all.
		const now = input === 'choices' ? form.getAll(field).map(clean).join('\n') : clean(form.get(field));
		return was === now ? [] : [{ field, was, now }];
	});
}
