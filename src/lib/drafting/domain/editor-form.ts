import type { DocumentKind } from './document-kind.ts';
import { type FieldPeriod, periodsFrom } from './field-periods.ts';
import { parsePath, partAt } from './path.ts';
import type { RuleBook } from './rule-book.ts';
import { type Scalar, type Shape, labelOfOption } from './shape.ts';

/** A shape as a form shows it: options and parts carry what people call them. */
export type FormShape =
	| { readonly kind: 'scalar'; readonly scalar: Scalar }
	| { readonly kind: 'enum'; readonly options: readonly FormOption[] }
	| { readonly kind: 'list'; readonly of: FormShape }
	| { readonly kind: 'record'; readonly parts: readonly FormPart[] };
export interface FormOption {
	readonly value: string;
	readonly label: string;
}
export interface FormPart {
	readonly key: string;
	readonly label: string;
	readonly shape: FormShape;
}

/** A field of the form with what helps to fill it in. */
export interface FormField extends FormPart {
	/** Whether an empty field is worth a word before handing in. */
	readonly isExpected: boolean;
	/** Where its content comes from, in words. */
	readonly source: string | null;
	readonly periods: readonly FieldPeriod[];
	/** Of an amount in words: the field with the figure. */
	readonly figure: string | null;
}

/** What the editor is built from: nothing in it says what ought to be written. */
export interface EditorForm {
	readonly document: string;
	readonly title: string;
	readonly purpose: string;
	readonly fields: readonly FormField[];
}

export function buildForm(kind: DocumentKind, book: RuleBook): EditorForm {
	const periods = periodsFrom(kind, book);
	const figures = figuresOf(kind);
	const fields = kind.fields.map(({ id, label, isExpected, from, source }) => ({
		...{ key: id, label, isExpected, shape: formShape(kind.shape.parts[id]!.shape) },
		source: sourceOf(from, source, book),
		...{ periods: periods.get(id) ?? [], figure: figures.get(id) ?? null }
	}));
	return { document: kind.id, title: kind.title, purpose: kind.purpose, fields };
}

export function formShape(shape: Shape): FormShape {
	switch (shape.kind) {
		case 'scalar':
			return shape;
		case 'enum':
			return { kind: 'enum', options: shape.options.map((value) => ({ value, label: labelOfOption(shape, value) })) };
		case 'list':
			return { kind: 'list', of: formShape(shape.of) };
		case 'record':
			return {
				kind: 'record',
				parts: Object.entries(shape.parts).map(([key, part]) => ({
					...{ key, label: part.label, shape: formShape(part.shape) }
				}))
			};
	}
}

/** 《案件调查报告》违法事实 · 案情·当事人名称, and what the author of the form adds. */
function sourceOf(from: string | undefined, source: string | undefined, book: RuleBook): string | null {
	const path = from === undefined ? null : parsePath(from);
	const owner = path?.space === 'd' ? book.documents.get(path.document!) : undefined;
	const part = path && partAt(path.steps, owner?.shape ?? book.facts);
	const place = part && typeof part !== 'string' ? `${owner ? `《${owner.title}》` : ''}${part.label}` : null;
	return [place, source].filter(Boolean).join('；') || null;
}

/** Amounts in words by the rule that compares them with their figure. */
function figuresOf({ rules }: DocumentKind): ReadonlyMap<string, string> {
	const pairs = rules.flatMap(({ check }): [string, string][] =>
		check.op === 'amount_upper' && check.upper.space === 'f' && check.num.space === 'f'
			? [[check.upper.steps[0]!.key, check.num.steps[0]!.key]]
			: []
	);
	return new Map(pairs);
}
