import type { Path } from './path.ts';

/** What became of one rule. */
export type Verdict =
	| { readonly outcome: 'passed'; readonly unlistedYears?: readonly string[] }
	| { readonly outcome: 'not-applicable' }
	| Violated;

export interface Violated {
	readonly outcome: 'violated';
	/** The place to mend, as `f.officers[1].cert_no`. */
	readonly path: string;
	/** What was found, in Chinese. */
	readonly detail: string;
	readonly unlistedYears?: readonly string[];
}

export const PASSED: Verdict = { outcome: 'passed' };
export const NOT_APPLICABLE: Verdict = { outcome: 'not-applicable' };

export function violated(path: Pick<Path, 'text'>, detail: string): Violated {
	return { outcome: 'violated', path: path.text, detail };
}

export const passIf = (isPassed: boolean, otherwise: () => Verdict): Verdict => (isPassed ? PASSED : otherwise());
