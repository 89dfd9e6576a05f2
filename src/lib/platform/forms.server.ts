import * as v from 'valibot';
import type { Refusal } from '#lib/shared/result.ts';

export type Faults = Record<string, string>;

/** A form as it came in: the values are kept for the page, the faults stand at their fields (`form` = at none). */
export type FormResult<T> = { ok: true; value: T } | { ok: false; values: Record<string, string>; faults: Faults };

/** Fields that are never sent back to the page. */
const SECRET = new Set(['password', 'current', 'fresh', 'repeat']);

/** Reads a posted form by its schema; of a repeated field the last value counts. */
export function readForm<Schema extends v.GenericSchema>(
	data: FormData,
	schema: Schema
): FormResult<v.InferOutput<Schema>> {
	const raw: Record<string, string> = {};
	for (const [key, value] of data) if (typeof value === 'string') raw[key] = value;
	const result = v.safeParse(schema, raw, { message: sayWhatIsMissing });
	if (result.success) return { ok: true, value: result.output };
	const faults: Faults = {};
	for (const issue of result.issues) faults[v.getDotPath(issue) ?? 'form'] ??= issue.message;
	return { ok: false, values: withoutSecrets(raw), faults };
}

/** Where a schema has no sentence of its own: a choice that was not made, or a value that no form of ours offers. */
const sayWhatIsMissing = ({ received }: v.BaseIssue<unknown>) =>
	received === 'undefined' || received === '""' ? '这一项还没有选或填。' : '这一项的内容不能识别，请重新选或填。';

/** A refusal of a use-case in the shape of a form fault. */
export function toFaults(refusal: Refusal): Faults {
	return { [refusal.field ?? 'form']: refusal.message };
}

export function withoutSecrets(values: Record<string, unknown>): Record<string, string> {
	const kept = Object.entries(values).filter(([key, value]) => !SECRET.has(key) && typeof value === 'string');
	return Object.fromEntries(kept) as Record<string, string>;
}

/** One text field; a file or nothing reads as ''. */
export function readText(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
}
