import { type DeadlineCheck, type DeadlineMode, isPath } from './check.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Path } from './path.ts';
import type { RuleBook } from './rule-book.ts';

/** A period that runs from a field of a document, for the hint below it. */
export interface FieldPeriod {
	/** The rule that counts it. */
	readonly rule: string;
	/** What ends or must not begin with it: 《行政处罚决定书》决定日期. */
	readonly ends: string;
	readonly length: number;
	readonly unit: DeadlineCheck['unit'];
	readonly rolls: boolean;
	readonly mode: DeadlineMode;
}

/** The periods that rules count from the fields of one kind of document, by field. */
export function periodsFrom(kind: DocumentKind, book: RuleBook): ReadonlyMap<string, readonly FieldPeriod[]> {
	const found = new Map<string, FieldPeriod[]>();
	for (const owner of book.documents.values()) {
		for (const { id, check } of owner.rules) {
			if (check.op !== 'deadline' || !isIn(check.start, owner, kind) || check.start.steps.length !== 1) continue;
			const length = lengthOf(check.n, book);
			if (length === null) continue;
			const { unit, rollover, mode } = check;
			const ends = labelOf(check.end, owner, { kind, book });
			const period = { rule: id, ends, length, unit, rolls: rollover ?? true, mode };
			const field = check.start.steps[0]!.key;
			const known = found.get(field) ?? [];
			if (!known.some((one) => isSame(one, period))) found.set(field, [...known, period]);
		}
	}
	return found;
}

/** Two rules may count the same period for different cases. */
const isSame = (one: FieldPeriod, other: FieldPeriod) =>
	one.ends === other.ends && one.length === other.length && one.unit === other.unit;

/** Whether a path in a rule of `owner` leads into `kind`. */
const isIn = ({ space, document }: Path, owner: DocumentKind, kind: DocumentKind) =>
	space === 'f' ? owner.id === kind.id : space === 'd' && document === kind.id;

function labelOf(end: Path, owner: DocumentKind, { kind, book }: { kind: DocumentKind; book: RuleBook }): string {
	const document = end.space === 'd' ? book.documents.get(end.document!) : end.space === 'f' ? owner : undefined;
	const shape = document?.shape ?? book.facts;
	const label = shape.parts[end.steps[0]!.key]?.label ?? end.text;
	return document && document.id !== kind.id ? `《${document.title}》${label}` : label;
}

/** A length that another document states is not known here. */
function lengthOf(n: DeadlineCheck['n'], { parameters }: RuleBook): number | null {
	if (!isPath(n)) return n;
	return n.space === 'p' ? (parameters.find(({ id }) => id === n.steps[0]?.key)?.value ?? null) : null;
}
