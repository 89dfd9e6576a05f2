import { judgesMissing, pathsIn } from './check.ts';
import { holds } from './condition.ts';
import { runCheck } from './ops/operations.ts';
import type { Path } from './path.ts';
import type { BasisStatus, Rule, Severity } from './rule.ts';
import type { Scoring } from './rule-book.ts';
import type { Scope } from './scope.ts';
import { type Verdict, type Violated, NOT_APPLICABLE } from './verdict.ts';

export interface Violation {
	readonly rule: string;
	readonly severity: Severity;
	readonly points: number;
	readonly path: string;
	readonly message: string;
	readonly basis: string;
	readonly basisStatus: BasisStatus;
}

export interface Report {
	/** 0–100 with one decimal. */
	readonly score: number;
	/** Whether a fatal violation limits the score. */
	readonly capped: boolean;
	readonly violations: readonly Violation[];
	readonly passed: readonly string[];
	readonly notApplicable: readonly string[];
	/** Years whose holiday list decided a deadline and is not loaded. */
	readonly unlistedYears: readonly string[];
}

/** Judges every rule; a rule that is not applicable scores nothing and costs nothing. */
export function checkRules(rules: readonly Rule[], scope: Scope, { fatalCap }: Pick<Scoring, 'fatalCap'>): Report {
	const violations: Violation[] = [];
	const passed: string[] = [];
	const notApplicable: string[] = [];
	const years = new Set<string>();
	let gained = 0;
	let lost = 0;
	for (const rule of rules) {
		const verdict = judge(rule, scope);
		if (verdict.outcome === 'not-applicable') {
			notApplicable.push(rule.id);
			continue;
		}
		for (const year of verdict.unlistedYears ?? []) years.add(year);
		if (verdict.outcome === 'passed') {
			passed.push(rule.id);
			gained += rule.points;
		} else {
			violations.push(describe(rule, verdict));
			lost += rule.points;
		}
	}
	const capped = violations.some(({ severity }) => severity === 'fatal');
	const reached = gained + lost === 0 ? 100 : toTenth((100 * gained) / (gained + lost));
	const score = capped ? Math.min(reached, fatalCap) : reached;
	return { score, capped, violations, passed, notApplicable, unlistedYears: [...years] };
}

/** One decimal, halves up; the dust of binary fractions does not decide. */
export const toTenth = (score: number) => Math.round(score * 10 + 1e-9) / 10;

function judge({ when, unless, check }: Rule, scope: Scope): Verdict {
	if (!when.every((condition) => holds(condition, scope))) return NOT_APPLICABLE;
	if (unless.some((row) => row.every((condition) => holds(condition, scope)))) return NOT_APPLICABLE;
	if (!judgesMissing(check) && operandsOf(check).some((path) => scope.valueOf(path) === undefined)) {
		return NOT_APPLICABLE;
	}
	return runCheck(check, scope);
}

const operands = new WeakMap<object, readonly Path[]>();

/** The paths of a check; rules are read once and judged many times. */
function operandsOf(check: Rule['check']): readonly Path[] {
	let paths = operands.get(check);
	if (!paths) operands.set(check, (paths = [...pathsIn(check)].map(({ path }) => path)));
	return paths;
}

function describe(rule: Rule, { path, detail }: Violated): Violation {
	const { id, severity, points, basis, basisStatus, requirement } = rule;
	return { rule: id, severity, points, path, message: `${requirement}：${detail}`, basis, basisStatus };
}
