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
	commentary: '案例点评'
} as const;
export type Source = keyof typeof SOURCES;

/** What a correction takes the place of: an earlier entry of the same officer and source, with what it said. */
export interface Replaced {
	readonly sourceId: string;
	readonly day: Day;
	readonly facts: readonly Fact[];
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
		if (entry.seq !== before.seq + 1) faults.push(`第 ${before.seq + 1} 条缺失，下一条是第 ${entry.seq} 条`);
		if (entry.previousHash !== before.hash) faults.push(`第 ${entry.seq} 条记录的前一条摘要不符`);
		if (entry.hash !== sha256(entry.previousHash + entry.body)) faults.push(`第 ${entry.seq} 条内容与摘要不符`);
		before = entry;
	}
	if (head.seq !== before.seq || head.hash !== before.hash) {
		faults.push(`链尾是第 ${before.seq} 条，登记的链尾是第 ${head.seq} 条`);
	}
	return faults;
}

/** A fact about a piece of work as a whole, first done now. @param mark 0–100, rounded half up */
export function pieceFact(subject: string, mark: number, level?: number): Fact {
	const plain = { daysSinceLast: null, daysSinceFirstSuccess: null, wasDue: false };
	return { subject, mark: Math.round(mark), ...plain, ...(level === undefined ? {} : { level }) };
}

/**
 * Checks that every correction of a chain says of the entry that it replaces what that entry said.
 * @returns what is wrong, in words for the auditor
 */
export function findFalseCorrections(bodies: readonly (NewEntry & { readonly seq: number })[]): string[] {
	return bodies.flatMap(({ replaces, source, seq }) => {
		if (!replaces) return [];
		const { sourceId, day, facts } = replaces;
		const was = bodies.find((one) => one.seq < seq && one.source === source && one.sourceId === sourceId);
		const isTrue = was !== undefined && was.day === day && canonical(was.facts) === canonical(facts);
		return isTrue ? [] : [`第 ${seq} 条更正的内容与原记录不符`];
	});
}

/** The month an entry counts for, `2026-11`. */
export function cycleOf(day: Day): string {
	return day.slice(0, 7);
}

/** SHA-256 over all heads of a closed cycle, ordered by officer. */
export function rootOf(heads: Readonly<Record<string, readonly [number, string]>>): string {
	return sha256(canonical(heads));
}
