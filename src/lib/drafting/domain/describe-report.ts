import { warnOfYear } from '#lib/shared/statutory-deadline.ts';
import type { FileReport } from './check-file.ts';
import type { Report, Violation } from './check-rules.ts';
import { GRADES } from './rule-book.ts';
import { SEVERITY_WORDS } from './severity-words.ts';

/** A report for people, line by line: the gravest first. */
export function* describeReport(report: Report): Generator<string> {
	const { score, capped, passed, notApplicable } = report;
	yield `${score} 分${capped ? '（有致命问题，封顶）' : ''}　通过 ${passed.length} 条，不适用 ${notApplicable.length} 条`;
	yield* describeViolations(report.violations);
	for (const year of report.unlistedYears) yield `注意：${warnOfYear(year)}`;
}

/** @param titleOf the Chinese title of a kind of document */
export function* describeFile(report: FileReport, titleOf: (kind: string) => string): Generator<string> {
	const { documents, fileRules, score, capped, grade } = report;
	yield `案卷 ${score} 分，${GRADES[grade]}${capped ? '（有致命问题，封顶）' : ''}`;
	for (const [kind, one] of Object.entries(documents)) {
		yield `${titleOf(kind)}　${[...describeReport(one)].join('\n')}`;
	}
	yield `案卷规则　${[...describeReport(fileRules)].join('\n')}`;
}

function* describeViolations(violations: readonly Violation[]): Generator<string> {
	for (const severity of ['fatal', 'major', 'minor'] as const) {
		for (const { rule, path, points, message, basis } of violations.filter((one) => one.severity === severity)) {
			yield `  ${SEVERITY_WORDS[severity]} ${rule}（-${points}）${message}　[${path}]　${basis}`;
		}
	}
}
