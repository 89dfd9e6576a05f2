import { type Report, checkRules } from './check-rules.ts';
import { type Path, type Values, partAt } from './path.ts';
import { type Part, labelOfOption } from './shape.ts';
import type { DocumentKind } from './document-kind.ts';
import type { RuleBook } from './rule-book.ts';
import { type ScopeData, openScope } from './scope.ts';

/** A draft with all that it is compared with. */
export interface Draft {
	/** The kind of document. */
	readonly document: string;
	readonly fields: Values;
	readonly case: Values;
	/** Other documents of the same file by kind. */
	readonly related: Readonly<Record<string, Values>>;
	/** In place of the parameters of the rule book. */
	readonly parameters: Readonly<Record<string, number>>;
}

/** Checks one document by the rules of its kind; throws when the kind is none. */
export function checkDocument(draft: Draft, book: RuleBook): Report {
	const kind = book.documents.get(draft.document);
	if (!kind) throw new RangeError(`no such kind of document: ${draft.document}`);
	const { fields, related, case: facts, parameters } = draft;
	const scope = openScope(scopeOf({ fields, documents: related, case: facts, parameters, kind }, book));
	return checkRules(kind.rules, scope, book.scoring);
}

type Data = Pick<ScopeData, 'fields' | 'documents' | 'case' | 'parameters'> & { readonly kind: DocumentKind | null };

export function scopeOf({ fields, documents, case: facts, parameters, kind }: Data, book: RuleBook): ScopeData {
	return {
		...{ fields, documents, case: facts, statutes: book.statutes },
		parameters: { ...defaultsOf(book), ...parameters },
		labelOf: (path) => labelOf(path, kind, book),
		wordFor: (path, value) => wordFor(path, value, { kind, book }),
		titleOf: (id) => book.documents.get(id)?.title ?? id
	};
}

const defaultsOf = ({ parameters }: RuleBook) => Object.fromEntries(parameters.map(({ id, value }) => [id, value]));

type Around = { readonly kind: DocumentKind | null; readonly book: RuleBook };

function partOf({ space, document, steps }: Path, { kind, book }: Around): Part | null {
	const shape = space === 'c' ? book.facts : (space === 'd' ? book.documents.get(document!) : kind)?.shape;
	const part = shape && partAt(steps, shape);
	return part && typeof part !== 'string' ? part : null;
}

function wordFor(path: Path, value: string, around: Around): string {
	const part = path.space === 'p' ? null : partOf(path, around);
	return part ? labelOfOption(part.shape, value) : value;
}

/** `执法证号`, `《行政处罚告知书》送达日期`, `案情·当事人名称` */
function labelOf(path: Path, kind: DocumentKind | null, book: RuleBook): string {
	const { space, document, steps, text } = path;
	if (space === 'p') return book.parameters.find(({ id }) => id === steps[0]?.key)?.label ?? text;
	const label = partOf(path, { kind, book })?.label ?? text;
	if (space === 'c') return `案情·${label}`;
	return space === 'd' ? `《${book.documents.get(document!)?.title ?? document}》${label}` : label;
}
