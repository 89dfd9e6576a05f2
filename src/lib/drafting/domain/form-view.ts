import { formatDay, isDay, isMoment } from '#lib/shared/time.ts';
import type { DocumentKind } from './document-kind.ts';
import type { RecordShape, Shape } from './shape.ts';

/** What stands in a field, ready to be read. */
export type Content =
	| { readonly kind: 'empty' }
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| { readonly kind: 'group'; readonly rows: readonly { readonly label: string; readonly text: string }[] }
	| { readonly kind: 'table'; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface FieldView {
	/** `f.facts` */
	readonly path: string;
	readonly label: string;
	readonly content: Content;
}

/**
 * A document in the shape of its form, for reading.
 * @param given entries as typed, or values; what cannot be read stands as it was typed
 */
export function viewForm(
	{ fields, shape }: Pick<DocumentKind, 'fields' | 'shape'>,
	given: Readonly<Record<string, unknown>>
): FieldView[] {
	return fields.map(({ id, label }) => {
		const part = shape.parts[id];
		return { path: `f.${id}`, label, content: part ? contentOf(part.shape, given[id]) : EMPTY };
	});
}

const EMPTY: Content = { kind: 'empty' };

function contentOf(shape: Shape, value: unknown): Content {
	if (shape.kind === 'record') return groupOf(shape, value);
	if (shape.kind === 'list' && shape.of.kind === 'record') return tableOf(shape.of, value);
	const leaf = shape.kind === 'list' ? shape.of : shape;
	if (Array.isArray(value)) {
		const items = value.map((one) => wordsOf(leaf, one)).filter((text) => text !== '');
		return items.length === 0 ? EMPTY : { kind: 'list', items };
	}
	const text = wordsOf(leaf, value);
	return text === '' ? EMPTY : { kind: 'text', text };
}

function groupOf({ parts }: RecordShape, value: unknown): Content {
	const cells = cellsOf(parts, value).filter(({ text }) => text !== '');
	return cells.length === 0 ? EMPTY : { kind: 'group', rows: cells };
}

function tableOf({ parts }: RecordShape, value: unknown): Content {
	const lines = (Array.isArray(value) ? value : [])
		.map((line: unknown) => cellsOf(parts, line).map(({ text }) => text))
		.filter((cells) => cells.some((text) => text !== ''));
	if (lines.length === 0) return EMPTY;
	return { kind: 'table', heads: Object.values(parts).map(({ label }) => label), rows: lines };
}

function cellsOf(parts: RecordShape['parts'], value: unknown) {
	const group = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
	return Object.entries(parts).map(([key, { label, shape }]) => {
		const texts = [group[key]].flat().map((one) => wordsOf(shape, one));
		return { label, text: texts.filter((text) => text !== '').join('、') };
	});
}

const FLAGS: Readonly<Record<string, string>> = { true: '是', false: '否' };

function wordsOf(shape: Shape, value: unknown): string {
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return '';
	const text = String(value).trim();
	if (shape.kind === 'enum') return (shape as { labels?: Readonly<Record<string, string>> }).labels?.[text] ?? text;
	if (shape.kind !== 'scalar') return text;
	switch (shape.scalar) {
		case 'bool':
			return FLAGS[text] ?? text;
		case 'date':
		case 'datetime':
			if (isDay(text)) return formatDay(text);
			return isMoment(text) ? `${formatDay(text.slice(0, 10))} ${text.slice(11)}` : text;
		case 'money':
			return /^\d{5,}$/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, ' ') : text;
		default:
			return text;
	}
}
