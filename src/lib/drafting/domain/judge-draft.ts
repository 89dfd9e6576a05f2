import { scopeOf } from './check-document.ts';
import { checkRules } from './check-rules.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Entries } from './entries.ts';
import type { TaskBody } from './piece-bodies.ts';
import { freeTextIds } from './free-texts.ts';
import type { KnownValues } from './known-values.ts';
import { readEntries } from './read-entries.ts';
import type { Rule } from './rule.ts';
import type { RuleBook } from './rule-book.ts';
import { openScope } from './scope.ts';
import type { SubmissionReport } from './submission-report.ts';
import { findTextFindings } from './text-findings.ts';

/** What a draft is judged by. */
export type JudgedTask = Pick<TaskBody, 'document' | 'case' | 'related' | 'points' | 'texts'>;

export interface Judged {
	readonly task: JudgedTask;
	readonly entries: Entries;
	/** The rules of the place of the task. */
	readonly book: RuleBook;
	/** `gatherAround` of the task, where it is kept. */
	readonly around?: KnownValues;
}

/**
 * All that a machine says about a draft of a task: the rules with the points of the task (0 takes a rule out), what could
 * not be read, what the free texts lack, and the fields that are left to people. Throws when the kind of document is none.
 */
export function judgeDraft({ task, entries, book, around }: Judged): SubmissionReport {
	const kind = book.documents.get(task.document);
	if (!kind) throw new RangeError(`no such kind of document: ${task.document}`);
	const { fields, unreadable } = readEntries(kind, entries);
	const surroundings = { documents: task.related, case: task.case, parameters: {} };
	const scope = openScope(scopeOf({ ...surroundings, fields, kind }, book));
	return {
		rules: checkRules(rulesOf(kind, task), scope, book.scoring),
		unreadable,
		texts: findTextFindings({ ...task, fields, ...(around && { around }) }, book),
		forPeople: leftToPeople(kind)
	};
}

function rulesOf({ rules }: DocumentKind, { points }: JudgedTask): Rule[] {
	return rules.flatMap((rule) => {
		const own = points[rule.id];
		return own === 0 ? [] : [own === undefined ? rule : { ...rule, points: own }];
	});
}

const kept = new WeakMap<DocumentKind, readonly string[]>();

/** A kind of document never changes while it is loaded. */
function leftToPeople(kind: DocumentKind): readonly string[] {
	const fields = kept.get(kind) ?? fieldsForPeople(kind);
	kept.set(kind, fields);
	return fields;
}

/** Expected fields with free text: whether what they say is right, enough and well reasoned no machine judges. */
export function fieldsForPeople({ fields, shape }: Pick<DocumentKind, 'fields' | 'shape'>): string[] {
	const isFree = (id: string) => {
		const part = shape.parts[id];
		return part && [...freeTextIds({ kind: 'record', parts: { [id]: part } })].length > 0;
	};
	return fields.filter(({ id, isExpected }) => isExpected && isFree(id)).map(({ id }) => `f.${id}`);
}
