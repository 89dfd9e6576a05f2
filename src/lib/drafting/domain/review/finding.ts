import type { Severity } from '../rule.ts';
import type { Consequence } from './consequences.ts';

/** One defect that a reviewer marked. */
export interface Finding {
	/** The kind of document; null = the file as a whole. */
	readonly document: string | null;
	/** The field at which it was marked; null = the document as a whole. */
	readonly field: string | null;
	readonly rule: string;
	readonly severity: Severity;
	readonly consequence: Consequence;
}

/** What there is to find. */
export interface KeyEntry {
	readonly document: string | null;
	readonly rule: string;
	/** As the engine reports it: `f.officers[1].cert_no`; '' where a person added the entry. */
	readonly path: string;
	readonly severity: Severity;
	readonly message: string;
	/** Put in by the seeder, or found by an officer and accepted by a trainer. */
	readonly origin: 'seeded' | 'accepted';
}

export const VERDICTS = { accepted: '成立', rejected: '不成立' } as const;
export type FindingVerdict = keyof typeof VERDICTS;

/** What a trainer said about a finding that is not in the key; it holds for everybody who marked the same. */
export interface Ruling {
	readonly document: string | null;
	readonly rule: string;
	readonly verdict: FindingVerdict;
	readonly reason: string;
}

/** A finding and an entry of the key are about the same when rule and document are: the place counts apart. */
export const sameAs = (one: Pick<Finding, 'document' | 'rule'>) => (other: Pick<Finding, 'document' | 'rule'>) =>
	one.document === other.document && one.rule === other.rule;

/** `officers` of `f.officers[1].cert_no`; another document, the case or no place at all have no field here. */
export const fieldOf = (path: string): string | null => /^f\.([a-z_]+)/.exec(path)?.[1] ?? null;
