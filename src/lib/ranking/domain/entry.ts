import type { Day } from '#lib/shared/time.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';

/** What a room tells the ledger about one question, draft or case: facts, never points. */
export interface Fact {
	/** `item:fine-with-first-order@2` */
	readonly subject: string;
	/** 0–100, a whole number: what is hashed holds no fractions. */
	readonly mark: number;
	/** Whole days; null = never before. */
	readonly daysSinceLast: number | null;
	readonly daysSinceFirstSuccess: number | null;
	readonly wasDue: boolean;
	/** How hard a piece of work is, 1–5; questions have none. */
	readonly level?: number;
}

/** Where entries come from. A rule says which of them it scores; the others stand in the ledger and count for nothing. */
export const SOURCES = {
	'daily-set': '今日练兵',
	drafting: '文书写作',
	'file-review': '案卷评查',
	'discretion-case': '裁量案例',
	'case-published': '案例发布',
	commentary: '案例点评',
	hearing: '擂台庭审'
} as const;
export type Source = keyof typeof SOURCES;

/** What a correction takes the place of: an earlier entry of the same officer and source, with what it said. */
export interface Replaced {
	readonly sourceId: string;
	readonly day: Day;
	readonly facts: readonly Fact[];
	/** The day of the entry that the row of corrections began with: a piece counts in that month. Absent = `day` itself. */
	readonly first?: Day;
}

/** What a room hands over; the ledger adds place and hash. */
export interface NewEntry {
	readonly officerId: string;
	readonly unitId: string;
	readonly source: Source;
	readonly sourceId: string;
	readonly day: Day;
	/** Whether everything that was asked was answered. */
	readonly complete: boolean;
	readonly facts: readonly Fact[];
	/** Only in corrections. */
	readonly replaces?: Replaced;
}

export interface Head {
	readonly seq: number;
	readonly hash: string;
}

export interface ChainedEntry extends Head {
	readonly body: string;
	readonly previousHash: string;
}

/** The head before an officer's first entry. */
export const EMPTY_HEAD: Head = { seq: 0, hash: '0'.repeat(64) };

/** The bytes that are hashed: the entry with its place and the version of the rules in force when it was recorded. */
export function bodyOf(entry: NewEntry, seq: number, ruleVersion: number): string {
	return canonical({ ...entry, seq, ruleVersion });
}

/** Appends to a chain: hash = SHA-256(previous hash + body). */
export function chain(entry: NewEntry, head: Head, ruleVersion: number): ChainedEntry {
	const seq = head.seq + 1;
	const body = bodyOf(entry, seq, ruleVersion);
	return { seq, body, previousHash: head.hash, hash: sha256(head.hash + body) };
}

/** Reads a stored body back. */
export function parseBody(body: string): NewEntry & { readonly seq: number; readonly ruleVersion: number } {
	return JSON.parse(body) as NewEntry & { seq: number; ruleVersion: number };
}

/**
 * Checks one officer's chain, oldest entry first, against its head.
 * @returns what is wrong, in words for the auditor; empty when nothing is
 */
export function verifyChain(entries: readonly ChainedEntry[], head: Head): string[] {
	const faults: string[] = [];
	let before = EMPTY_HEAD;
	for (const entry of entries) {
		faults.push(...verifyLink(before, entry));
		before = entry;
	}
	return [...faults, ...verifyEnd(before, head)];
}

/** Checks one entry against the one before it in its chain. */
export function verifyLink(before: Head, { seq, previousHash, hash, body }: ChainedEntry): string[] {
	const faults: string[] = [];
	if (seq !== before.seq + 1) faults.push(`第 ${before.seq + 1} 条缺失，下一条是第 ${seq} 条`);
	if (previousHash !== before.hash) faults.push(`第 ${seq} 条记录的前一条摘要不符`);
	if (hash !== sha256(previousHash + body)) faults.push(`第 ${seq} 条内容与摘要不符`);
	return faults;
}

/** Checks the last entry of a chain against the registered head. */
export function verifyEnd(last: Head, head: Head): string[] {
	if (head.seq === last.seq && head.hash === last.hash) return [];
	return [`链尾是第 ${last.seq} 条，登记的链尾是第 ${head.seq} 条`];
}

/** A fact about a piece of work as a whole, first done now. @param mark 0–100, rounded half up */
export function pieceFact(subject: string, mark: number, level?: number): Fact {
	const plain = { daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false };
	return { subject, mark: Math.round(mark), ...plain, ...(level === undefined ? {} : { level }) };
}

type Placed = NewEntry & { readonly seq: number };

/**
 * Checks that a correction says of the entry that it replaces what that entry said.
 * @param was the entry of that officer, source and source id; null = there is none
 * @returns what is wrong, in words for the auditor; null = nothing
 */
export function faultOfCorrection(
	{ replaces, seq }: Placed & { readonly replaces: Replaced },
	was: Placed | null
): string | null {
	const isSame = was !== null && was.seq < seq && was.day === replaces.day && sameFacts(was, replaces);
	// The month in which a piece counts is the one of its first entry, however often it was corrected.
	const isTrue = isSame && homeOf(replaces) === (was.replaces ? homeOf(was.replaces) : cycleOf(was.day));
	return isTrue ? null : `第 ${seq} 条更正的内容与原记录不符`;
}

const sameFacts = (left: Pick<NewEntry, 'facts'>, right: Pick<NewEntry, 'facts'>) =>
	canonical(left.facts) === canonical(right.facts);

/** The month an entry counts for, `2026-11`. */
export function cycleOf(day: Day): string {
	return day.slice(0, 7);
}

/** The month in which the corrected piece counts. */
export const homeOf = ({ first, day }: Replaced): string => cycleOf(first ?? day);

/** Whether a correction came when the month of its piece was over: it changes no board, and is told beside that month's. */
export const isLate = ({ day, replaces }: Pick<NewEntry, 'day' | 'replaces'>): boolean =>
	replaces !== undefined && homeOf(replaces) !== cycleOf(day);

/** SHA-256 over all heads of a closed cycle, ordered by officer. */
export function rootOf(heads: Readonly<Record<string, readonly [number, string]>>): string {
	return sha256(canonical(heads));
}
