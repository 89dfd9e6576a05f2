import { formatDay, isDay, isMoment } from '#lib/shared/time.ts';
import type { EditorForm, FormPart, FormShape } from './editor-form.ts';
import type { Entries } from './entries.ts';

/** A field of a document as it is read: its words, its lines, its table or its group. */
export type SheetValue =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'lines'; readonly lines: readonly string[] }
	| { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
	| { readonly kind: 'group'; readonly items: readonly { readonly label: string; readonly text: string }[] };

export interface SheetRow {
	readonly field: string;
	readonly label: string;
	/** Null = left empty. */
	readonly value: SheetValue | null;
}

/** A document in the order of its form, to be read. */
export function viewSheet({ fields }: Pick<EditorForm, 'fields'>, entries: Entries): SheetRow[] {
	return fields.map(({ key, label, shape }) => ({ field: key, label, value: viewEntry(shape, entries[key]) }));
}

/** One field to be read; null = nothing stands there. */
export function viewEntry(shape: FormShape, entry: unknown): SheetValue | null {
	if (shape.kind === 'record') return viewGroup(shape.parts, entry);
	if (shape.kind === 'list' && shape.of.kind === 'record') return viewTable(shape.of.parts, entry);
	if (Array.isArray(entry)) {
		const inner = shape.kind === 'list' ? shape.of : shape;
		const lines = entry.map((one) => textOf(inner, one)).filter((text) => text !== '');
		return lines.length === 0 ? null : { kind: 'lines', lines };
	}
	const text = textOf(shape, entry);
	return text === '' ? null : { kind: 'text', text };
}

function viewGroup(parts: readonly FormPart[], entry: unknown): SheetValue | null {
	const group = groupOf(entry);
	const items = parts
		.map(({ key, label, shape }) => ({ label, text: textOf(shape, group[key]) }))
		.filter(({ text }) => text !== '');
	return items.length === 0 ? null : { kind: 'group', items };
}

/** Rows and columns that hold something. */
function viewTable(parts: readonly FormPart[], entry: unknown): SheetValue | null {
	const cells = (Array.isArray(entry) ? entry : [])
		.map((row) => parts.map(({ key, shape }) => textOf(shape, groupOf(row)[key])))
		.filter((row) => row.some((text) => text !== ''));
	const used = parts.flatMap((_, at) => (cells.some((row) => row[at] !== '') ? [at] : []));
	if (used.length === 0) return null;
	const pick = <T>(row: readonly T[]) => used.map((at) => row[at]!);
	return { kind: 'table', head: pick(parts.map(({ label }) => label)), rows: cells.map(pick) };
}

const groupOf = (entry: unknown) =>
	(typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<Record<string, unknown>>;

const FLAGS: Readonly<Record<string, string>> = { true: '是', false: '否' };

function textOf(shape: FormShape, entry: unknown): string {
	if (Array.isArray(entry)) return entry.map((one) => textOf(shape, one)).join('、');
	const text = typeof entry === 'string' ? entry.trim() : '';
	if (shape.kind === 'enum') return shape.options.find(({ value }) => value === text)?.label ?? text;
	if (shape.kind !== 'scalar') return text;
	if (shape.scalar === 'bool') return FLAGS[text] ?? text;
	if (isDay(text)) return formatDay(text);
	return isMoment(text) ? `${formatDay(text.slice(0, 10))} ${text.slice(11)}` : text;
}
