import { checkDocument } from '#lib/drafting/domain/check-document.ts';
import { checkFile } from '#lib/drafting/domain/check-file.ts';
import { bookOf } from '#lib/drafting/server/use-cases/drafting-files.server.ts';
import { readDrafting } from '#lib/drafting/server/use-cases/rule-book.server.ts';
import { cleanSample } from '../support/break-rules.ts';

/** Reads the rules and lays out a draft of every kind and a file of so many documents. */
export function prepare(root: string, size: number) {
	const book = bookOf(readDrafting(root), 'default')!;
	const { documents, case: facts } = cleanSample();
	const file = Object.fromEntries(Object.entries(documents).slice(0, size));
	const given = { case: facts, parameters: {} };
	return {
		kinds: Object.keys(documents),
		checkOne: (kind: string) =>
			checkDocument({ document: kind, fields: documents[kind]!, related: documents, ...given }, book),
		checkMany: () => checkFile({ documents: file, ...given }, book)
	};
}
