import type { Report } from './check-rules.ts';
import type { TextFinding } from './text-check.ts';

/** All that a machine says about a document that was handed in or checked. */
export interface SubmissionReport {
	readonly rules: Report;
	/** Entries that could not be read by the type of their field; they count as missing in the rules. */
	readonly unreadable: readonly { readonly path: string; readonly message: string }[];
	readonly texts: readonly TextFinding[];
	/** Fields whose content only people can judge. */
	readonly forPeople: readonly string[];
}
