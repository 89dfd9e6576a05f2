import { warnOfYear } from '#lib/shared/statutory-deadline.ts';
import type { FileReport } from './check-file.ts';
import type { Report } from './check-rules.ts';

export type ReportDocument = ReturnType<typeof toDocument>;

/** A report on one document as the command line prints it. */
export function toDocument({ unlistedYears, ...report }: Report) {
	return { ...report, warnings: unlistedYears.map(warnOfYear) };
}

/** A report on a file: the rules on the file as a whole stand beside its documents. */
export function toFileDocument({ documents, fileRules, score, capped, grade }: FileReport) {
	const { violations, passed, notApplicable, ...whole } = toDocument(fileRules);
	const reports = Object.entries(documents).map(([id, report]) => [id, toDocument(report)] as const);
	const warnings = new Set([...reports.flatMap(([, report]) => report.warnings), ...whole.warnings]);
	return {
		documents: Object.fromEntries(reports),
		...{ fileViolations: violations, filePassed: passed, fileNotApplicable: notApplicable },
		...{ fileRulesScore: whole.score, score, capped, grade, warnings: [...warnings] }
	};
}
