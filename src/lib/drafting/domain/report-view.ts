import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import { warnOfYear } from '#lib/shared/statutory-deadline.ts';
import type { DocumentKind } from './document-kind.ts';
import { BASIS_STATUSES, type BasisStatus, type Rule, type Severity } from './rule.ts';
import type { SubmissionReport } from './submission-report.ts';
import type { TextFinding } from './text-check.ts';
import { whyItMatters } from './why-it-matters.ts';

/** A violated rule as people read it. */
export interface FindingView {
	readonly rule: string;
	readonly severity: Severity;
	readonly points: number;
	/** `officers` of `f.officers[1].cert_no`. */
	readonly field: string;
	/** The row of a table that it is about, counted from 1 over the rows that hold something. */
	readonly row: number | null;
	/** What the field is called. */
	readonly label: string;
	/** What is wanted. */
	readonly requirement: string;
	/** What was found. */
	readonly found: string;
	readonly basis: string;
	readonly basisStatus: BasisStatus;
	readonly basisWords: string;
	readonly citations: readonly ResolvedCitation[];
	readonly why: string;
}

export interface UnreadableView {
	readonly field: string;
	readonly row: number | null;
	readonly label: string;
	readonly message: string;
}
export type TextFindingView = TextFinding & { readonly field: string; readonly label: string };

/** What a machine says about a document, for the page. It holds nothing of what ought to be written. */
export interface ReportView {
	readonly score: number;
	readonly capped: boolean;
	/** The gravest first. */
	readonly findings: readonly FindingView[];
	readonly unreadable: readonly UnreadableView[];
	readonly texts: readonly TextFindingView[];
	readonly forPeople: readonly { readonly field: string; readonly label: string }[];
	readonly passed: readonly RuleLine[];
	readonly notApplicable: readonly RuleLine[];
	readonly warnings: readonly string[];
}
export interface RuleLine {
	readonly rule: string;
	readonly requirement: string;
	readonly basis: string;
}

const ORDER: readonly Severity[] = ['fatal', 'major', 'minor'];

export function viewReport({ rules, unreadable, texts, forPeople }: SubmissionReport, kind: DocumentKind): ReportView {
	const byId = new Map(kind.rules.map((rule) => [rule.id, rule]));
	const findings = rules.violations.map((one) => {
		const rule = byId.get(one.rule);
		const { field, row } = placeOf(one.path);
		return {
			...{ rule: one.rule, severity: one.severity, points: one.points, field, row, label: labelOf(kind, field) },
			...wordsOf(one.message, rule),
			...{ basis: one.basis, basisStatus: one.basisStatus, basisWords: BASIS_STATUSES[one.basisStatus] },
			...{ citations: rule?.citations ?? [], why: rule ? whyItMatters(rule.kind, one.severity) : '' }
		};
	});
	const line = (id: string): RuleLine => {
		const rule = byId.get(id);
		return { rule: id, requirement: rule?.requirement ?? '', basis: rule?.basis ?? '' };
	};
	const labelled = <T extends { path: string }>(one: T) => {
		const { field, row } = placeOf(one.path);
		return { ...one, field, row, label: labelOf(kind, field) };
	};
	return {
		...{ score: rules.score, capped: rules.capped },
		findings: ORDER.flatMap((severity) => findings.filter((one) => one.severity === severity)),
		...{ unreadable: unreadable.map(labelled), texts: texts.map(labelled) },
		forPeople: forPeople.map((path) => ({ field: placeOf(path).field, label: labelOf(kind, placeOf(path).field) })),
		...{ passed: rules.passed.map(line), notApplicable: rules.notApplicable.map(line) },
		warnings: rules.unlistedYears.map(warnOfYear)
	};
}

/** A path of another document, of the case or of nothing stands at no field of this one. */
export function placeOf(path: string): { field: string; row: number | null } {
	const match = /^f\.([a-z_]+)(?:\[(\d*)\])?/.exec(path);
	return { field: match?.[1] ?? '', row: match?.[2] ? Number(match[2]) + 1 : null };
}

const labelOf = (kind: DocumentKind, field: string) =>
	kind.fields.find(({ id }) => id === field)?.label ?? '与其他文书、案情的关系';

/** The engine writes `requirement：what was found`. */
function wordsOf(message: string, rule: Rule | undefined): { requirement: string; found: string } {
	const requirement = rule?.requirement ?? '';
	const found = message.startsWith(`${requirement}：`) ? message.slice(requirement.length + 1) : message;
	return { requirement, found };
}
