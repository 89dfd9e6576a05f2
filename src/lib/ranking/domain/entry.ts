import type { Day } from '#lib/shared/time.ts';
import { canonical, sha256 } from '#lib/shared/canonical.ts';

/** What a room tells the ledger about one question, draft or vote: facts, never points. */
export interface Fact {
	/** `item:fine-with-first-order@2` */
	readonly subject: string;
	/** 0–100 */
	readonly mark: number;
	/** Whole days; null = never before. */
	readonly daysSinceLast: number | null;
	readonly daysSinceFirstSuccess: number | null;
	readonly wasDue: boolean;
}

/** Where entries come from. A rule says which of them it scores; the others stand in the ledger and count for nothing. */
export const SOURCES = { 'daily-set': '今日练兵', commentary: '案例点评' } as const;
export type Source = keyof typeof SOURCES;

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

/** The month an entry counts for, `2026-11`. */
export function cycleOf(day: Day): string {
	return day.slice(0, 7);
}

/** SHA-256 over all heads of a closed cycle, ordered by officer. */
export function rootOf(heads: Readonly<Record<string, readonly [number, string]>>): string {
	return sha256(canonical(heads));
}
