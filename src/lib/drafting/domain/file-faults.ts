import type { Violation } from './check-rules.ts';
import { checkFile } from './check-file.ts';
import type { FileBody } from './piece-bodies.ts';
import type { PieceFault } from './piece-file.ts';
import type { RuleBook } from './rule-book.ts';

/** Why a case file is not clean: everything that the engine finds in it, each at its field. */
export function findFileFaults({ documents, case: facts }: Pick<FileBody, 'documents' | 'case'>, book: RuleBook) {
	const report = checkFile({ documents, case: facts, parameters: {} }, book);
	const inside = Object.entries(report.documents).flatMap(([kind, { violations }]) =>
		violations.map((one) => faultOf(one, `documents.${kind}`))
	);
	return [...inside, ...report.fileRules.violations.map((one) => faultOf(one, 'documents'))];
}

/** A violation at the field of the content file; `own` is where the fields of the checked document stand. */
export function faultOf({ rule, path, message }: Violation, own: string): PieceFault {
	const steps = path.replaceAll(/\[(\d*)\]/g, (_, index) => (index === '' ? '' : `.${index}`));
	const field = steps
		.replace(/^f\./, `${own}.`)
		.replace(/^d\./, 'documents.')
		.replace(/^c\./, 'case.')
		.replace(/^p\..*/, own);
	return { field, message: `${rule} ${message}` };
}
