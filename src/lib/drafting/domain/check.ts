import type { Path } from './path.ts';

export type Comparison = '<' | '<=' | '>' | '>=' | '==';
/** A figure, or where it stands. */
export type Amount = Path | number;

/**
 * What a rule can ask, and with which operands. Unless said otherwise a check with a missing or empty operand is not
 * applicable, so that a missing value is reported once, by the rule that requires it.
 */
export interface Checks {
	// Presence: these look at what is missing and are always applicable.
	required: { path: Path };
	required_all: { paths: readonly Path[] };
	/** At least one; a flag counts only when it is true. */
	required_any: { paths: readonly Path[] };
	/** With `distinct` so many different values of that part are wanted. */
	min_items: { path: Path; n: Amount; distinct?: string | undefined };
	is_true: { path: Path };
	all_true: { paths: readonly Path[] };
	not_true: { path: Path };
	doc_present: { docs: readonly string[] };
	// Lists
	each_has: { path: Path; keys: readonly string[] };
	in_set: { path: Path; values: readonly string[] };
	same_set: { a: Path; b: Path };
	subset: { a: Path; b: Path };
	subset_const: { values: readonly string[]; b: Path };
	disjoint: { a: Path; b: Path };
	not_in: { a: Path; b: Path };
	none_equal: { path: Path; value: string };
	// Texts and plain values
	eq: { a: Path; b: Path };
	all_eq: { pairs: readonly { path: Path; value: string | number }[] };
	/** Ignores what is missing. */
	all_same: { paths: readonly Path[] };
	regex: { path: Path; pattern: RegExp };
	contains_any: { path: Path; terms: readonly string[] };
	forbid_terms: { path: Path; terms: readonly string[] };
	// Figures
	num_cmp: { a: Path; cmp: Comparison; b: Amount };
	/** Ignores missing parts as long as one is there. */
	sum_eq: { parts: readonly Path[]; total: Path };
	late_fine: { principal: Path; due: Path; as_of: Path; suspended: Path; amount: Path; rate: Amount };
	amount_upper: { num: Path; upper: Path };
	// Dates
	date_cmp: { a: Path; cmp: Comparison; b: Path };
	dates_all_le: { path: Path; b: Path };
	/** Ignores what is missing. */
	date_chain: { paths: readonly Path[] };
	deadline: DeadlineCheck;
	no_overlap: { start: Path; end: Path; people: Path; others: Path };
	// Law
	cites: { path: Path; law: string; article: string };
	cites_basis: { path: Path; basis: Path };
	statute_range: { amount: Path; basis: Path; party_type: Path };
	/** Only the upper end: for amounts that were lawfully reduced. */
	statute_upper: { amount: Path; basis: Path; party_type: Path };
}

export interface DeadlineCheck {
	start: Path;
	end: Path;
	unit: 'workday' | 'naturalday' | 'month' | 'hour';
	n: Amount;
	mode: DeadlineMode;
	/** Whether a last day that is no working day moves on; true unless said. */
	rollover?: boolean | undefined;
}

/** within: not after the last day · after: later than it · not_before: not earlier than it. */
export const DEADLINE_MODES = { within: '不晚于', after: '应在其后，晚于', not_before: '不早于' } as const;
export type DeadlineMode = keyof typeof DEADLINE_MODES;

export type Op = keyof Checks;
export type Check = { readonly [Name in Op]: { readonly op: Name } & Readonly<Checks[Name]> }[Op];

/** Checks that judge a missing operand themselves; of the last three a missing part is only left out. */
const JUDGE_MISSING: ReadonlySet<Op> = new Set<Op>([
	...(['required', 'required_all', 'required_any', 'min_items', 'is_true', 'all_true', 'not_true'] as const),
	...(['doc_present', 'date_chain', 'all_same', 'sum_eq'] as const)
]);

export const judgesMissing = (check: Check) => JUDGE_MISSING.has(check.op);

export const isPath = (value: unknown): value is Path =>
	typeof value === 'object' && value !== null && 'steps' in value && 'space' in value;

/** Every path inside a value, with the keys that lead to it: `paths.0`, `pairs.1.path`. */
export function* pathsIn(value: unknown, at = ''): Generator<{ readonly at: string; readonly path: Path }> {
	if (isPath(value)) yield { at, path: value };
	else if (typeof value === 'object' && value !== null && !(value instanceof RegExp)) {
		for (const [key, part] of Object.entries(value)) yield* pathsIn(part, at === '' ? key : `${at}.${key}`);
	}
}
