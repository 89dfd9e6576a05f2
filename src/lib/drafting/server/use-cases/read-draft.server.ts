import { type ContentFault, parseYaml } from '#lib/platform/content-files.server.ts';
import type { Draft } from '../../domain/check-document.ts';
import type { CaseFile } from '../../domain/check-file.ts';
import type { RuleBook } from '../../domain/rule-book.ts';
import { caseFileSchema, draftSchema } from '../../forms.ts';
import { type DraftingContent, bookOf, knownOf } from './drafting-files.server.ts';
import { readDrafting } from './rule-book.server.ts';

/** A text that came in, with the name under which its faults are told. */
interface Input {
	readonly path: string;
	readonly text: string;
}
interface Refused {
	readonly faults: readonly ContentFault[];
}

/** Reads a draft and the rules of its place from the files; needs no database. */
export function readDraft(root: string, { path, text }: Input): { draft: Draft; book: RuleBook } | Refused {
	const content = readDrafting(root);
	const parsed = parseYaml(path, text, draftSchema(knownOf(content)), { asTexts: true });
	if (!parsed.ok) return parsed;
	const { jurisdiction, document, fields, related_documents: related, case: facts, params } = parsed.value;
	const book = bookOf(content, jurisdiction);
	if (!book) return { faults: [parsed.at('jurisdiction', noSuchPlace(jurisdiction, content))] };
	return { draft: { document, fields, case: facts, related, parameters: params }, book };
}

/** Reads a whole case file and the rules of its place from the files; needs no database. */
export function readCaseFile(root: string, { path, text }: Input): { file: CaseFile; book: RuleBook } | Refused {
	const content = readDrafting(root);
	const parsed = parseYaml(path, text, caseFileSchema(knownOf(content)), { asTexts: true });
	if (!parsed.ok) return parsed;
	const { jurisdiction, documents, case: facts, params } = parsed.value;
	const book = bookOf(content, jurisdiction);
	if (!book) return { faults: [parsed.at('jurisdiction', noSuchPlace(jurisdiction, content))] };
	return { file: { documents, case: facts, parameters: params }, book };
}

const noSuchPlace = (place: string, { places }: DraftingContent) =>
	`没有这个地区：${place}；可写：${[...places.keys()].join('、')}`;
