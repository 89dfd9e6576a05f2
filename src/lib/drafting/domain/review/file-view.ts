import { type FieldView, viewForm } from '../form-view.ts';
import type { Values } from '../path.ts';
import type { RuleBook } from '../rule-book.ts';
import type { Rule } from '../rule.ts';

/** A case file as pages show it. */
export interface ShownFile {
	readonly case: Values;
	readonly documents: Readonly<Record<string, Values>>;
}

/** The address of the sheet that tells of the file as a whole. */
export const COVER = 'cover';

export interface CatalogueLine {
	/** The kind of document, or `cover`. */
	readonly page: string;
	readonly number: number;
	readonly title: string;
	/** What it is numbered with, where it has a number. */
	readonly documentNumber: string;
}

/** The list of what lies in the file (卷内目录), the cover first. */
export function catalogueOf({ documents }: ShownFile, book: RuleBook): CatalogueLine[] {
	const papers = Object.entries(documents).map(([page, fields], index) => {
		const number = fields['doc_no'];
		const documentNumber = typeof number === 'string' ? number : '';
		return { page, number: index + 1, title: book.documents.get(page)?.title ?? page, documentNumber };
	});
	return [{ page: COVER, number: 0, title: '封面与案件基本情况', documentNumber: '' }, ...papers];
}

/** Groups of facts have no name of their own. */
const GROUPS: Readonly<Record<string, string>> = { party: '当事人', authority: '执法机关' };

/** One page of the file, field by field. */
export function pageOf({ case: facts, documents }: ShownFile, page: string, book: RuleBook): FieldView[] | null {
	if (page === COVER) {
		const { parts } = book.facts;
		const fields = Object.entries(parts).map(([id, { label }]) => ({
			...{ id, label: label === '' ? (GROUPS[id] ?? id) : label, isExpected: false }
		}));
		return viewForm({ fields, shape: book.facts }, facts).filter(({ content }) => content.kind !== 'empty');
	}
	const [kind, fields] = [book.documents.get(page), documents[page]];
	return kind && fields ? viewForm(kind, fields) : null;
}

/** What can be marked on a page: the rules of its document; on the cover those on the file as a whole. */
export function rulesOn(page: string, { documents, fileRules }: RuleBook): readonly Rule[] {
	return page === COVER ? fileRules : (documents.get(page)?.rules ?? []);
}

/** The document that a page stands for; null = the file as a whole. */
export const documentOf = (page: string) => (page === COVER ? null : page);
export const pageOfDocument = (document: string | null) => document ?? COVER;

/** What a document is called among the others. */
export function titleOf(document: string | null, { documents }: RuleBook): string {
	return document === null ? '全卷' : `《${documents.get(document)?.title ?? document}》`;
}

/** What a field of a document is called; '' = the document as a whole. */
export function fieldLabel(document: string | null, field: string | null, { documents }: RuleBook): string {
	if (document === null || field === null) return '';
	return documents.get(document)?.fields.find(({ id }) => id === field)?.label ?? '';
}
