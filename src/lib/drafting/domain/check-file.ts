import { scopeOf } from './check-document.ts';
import { type Report, checkRules, toTenth } from './check-rules.ts';
import type { Values } from './path.ts';
import type { Grade, RuleBook } from './rule-book.ts';
import { openScope } from './scope.ts';

/** A whole case file: its documents by kind. */
export interface CaseFile {
	readonly documents: Readonly<Record<string, Values>>;
	readonly case: Values;
	readonly parameters: Readonly<Record<string, number>>;
}

export interface FileReport {
	readonly documents: Readonly<Record<string, Report>>;
	readonly fileRules: Report;
	/** 0–100 with one decimal. */
	readonly score: number;
	readonly capped: boolean;
	readonly grade: Grade;
}

/**
 * Checks every document against the others, then the file as a whole. The score is the weighted mean of the documents and
 * the score of the file rules in the shares of the rule book; a fatal violation anywhere limits it.
 */
export function checkFile({ documents, case: facts, parameters }: CaseFile, book: RuleBook): FileReport {
	const { scoring } = book;
	const reports: Record<string, Report> = {};
	let weights = 0;
	let sum = 0;
	for (const [id, fields] of Object.entries(documents)) {
		const kind = book.documents.get(id);
		if (!kind) throw new RangeError(`no such kind of document: ${id}`);
		const scope = openScope(scopeOf({ fields, documents, case: facts, parameters, kind }, book));
		const report = checkRules(kind.rules, scope, scoring);
		reports[id] = report;
		weights += kind.weight;
		sum += kind.weight * report.score;
	}
	const scope = openScope(scopeOf({ fields: {}, documents, case: facts, parameters, kind: null }, book));
	const fileRules = checkRules(book.fileRules, scope, scoring);
	// A file without documents has no mean: it gets nothing for them.
	const mean = weights === 0 ? 0 : sum / weights;
	const reached = toTenth((scoring.documentsPercent * mean + scoring.fileRulesPercent * fileRules.score) / 100);
	const capped = [...Object.values(reports), fileRules].some((report) => report.capped);
	const score = capped ? Math.min(reached, scoring.fatalCap) : reached;
	const grade = scoring.grades.find(({ from }) => score >= from)!.id;
	return { documents: reports, fileRules, score, capped, grade };
}
