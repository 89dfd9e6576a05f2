import { scopeOf } from '../check-document.ts';
import { type CaseFile, checkFile } from '../check-file.ts';
import { type Violation, checkRules } from '../check-rules.ts';
import { pathsIn } from '../check.ts';
import type { Rule, Severity } from '../rule.ts';
import type { RuleBook } from '../rule-book.ts';
import { openScope } from '../scope.ts';
import type { Change } from './place.ts';

/** A rule and the kind of document that it judges; null = the file as a whole. */
export interface Owned {
	readonly rule: Rule;
	readonly document: string | null;
}

/** Rules by number; a number is given once in a book. */
export function ownedRules(book: RuleBook): ReadonlyMap<string, Owned> {
	const all = [...book.documents.values()].flatMap(({ id, rules }) => rules.map((rule) => ({ rule, document: id })));
	const whole = book.fileRules.map((rule) => ({ rule, document: null }));
	return new Map([...all, ...whole].map((one) => [one.rule.id, one]));
}

export interface FoundViolation extends Violation {
	readonly document: string | null;
}

/** What the engine finds in a file, by rule. */
export function violationsIn(file: CaseFile, book: RuleBook): ReadonlyMap<string, FoundViolation> {
	const { documents, fileRules } = checkFile(file, book);
	const found = Object.entries(documents).flatMap(([document, { violations }]) =>
		violations.map((one) => ({ ...one, document }))
	);
	const whole = fileRules.violations.map((one) => ({ ...one, document: null }));
	return new Map([...found, ...whole].map((one) => [one.rule, one]));
}

/** The rules that a file keeps: only these can be broken in it. */
export function passedIn(file: CaseFile, book: RuleBook): readonly string[] {
	const { documents, fileRules } = checkFile(file, book);
	return [...Object.values(documents), fileRules].flatMap(({ passed }) => passed);
}

/** `penalty-decision/fine`: what a rule looks at; a document without a field = whether it is there. */
type Source = string;

/** Which rules look at a value: after a change only these are judged again. */
export type Lookers = ReadonlyMap<Source, ReadonlySet<Owned>>;

export function lookersOf(owned: Iterable<Owned>): Lookers {
	const lookers = new Map<Source, Set<Owned>>();
	for (const one of owned) {
		for (const source of sourcesOf(one)) {
			lookers.set(source, (lookers.get(source) ?? new Set<Owned>()).add(one));
		}
	}
	return lookers;
}

function* sourcesOf({ rule, document: own }: Owned): Generator<Source> {
	const { check, when, unless } = rule;
	if (check.op === 'doc_present') yield* check.docs;
	for (const { path } of pathsIn([check, when, unless])) {
		const document = path.space === 'f' ? own! : path.space === 'd' ? path.document! : '';
		yield `${document}/${path.steps[0]!.key}`;
		if (document !== '') yield document;
	}
}

/** What is violated after a change, given what was before; `file` is the file after it. */
export function violatedAfter(
	before: ReadonlySet<string>,
	change: Change,
	{ file, book, lookers }: { readonly file: CaseFile; readonly book: RuleBook; readonly lookers: Lookers }
): ReadonlySet<string> {
	const again = new Set<Owned>();
	for (const { document, keys } of change) {
		const source = keys.length === 0 ? document! : `${document ?? ''}/${keys[0]!}`;
		for (const one of lookers.get(source) ?? []) again.add(one);
	}
	const after = new Set(before);
	for (const { rule, document } of again) {
		after.delete(rule.id);
		if (document === null || document in file.documents) {
			if (isViolated({ rule, document }, file, book)) after.add(rule.id);
		}
	}
	return after;
}

function isViolated({ rule, document }: Owned, file: CaseFile, book: RuleBook): boolean {
	const kind = document === null ? null : book.documents.get(document)!;
	const fields = document === null ? {} : file.documents[document]!;
	const { documents, case: facts, parameters } = file;
	const scope = openScope(scopeOf({ fields, documents, case: facts, parameters, kind }, book));
	return checkRules([rule], scope, book.scoring).violations.length > 0;
}

export type Chosen = readonly string[] | { readonly count: number; readonly severities?: readonly Severity[] };
