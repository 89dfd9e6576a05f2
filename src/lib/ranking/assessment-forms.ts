import * as v from 'valibot';
import { VERDICTS, type Verdict } from './domain/assessment/entry.ts';

const LONGEST_REASON = 500;

export interface ReadDecision {
	readonly entryId: string;
	readonly verdict: Verdict;
	readonly reason: string;
}

const isVerdict = (text: unknown): text is Verdict => typeof text === 'string' && text in VERDICTS;
const textOf = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, LONGEST_REASON) : '');

/** `verdict-<entry>: confirmed | returned`, `reason-<entry>`; what was left open is not decided. */
export const decisionsForm = v.pipe(
	v.looseObject({}),
	v.transform((form: Readonly<Record<string, unknown>>): ReadDecision[] =>
		Object.entries(form).flatMap(([name, value]) => {
			if (!name.startsWith('verdict-') || !isVerdict(value)) return [];
			const entryId = name.slice('verdict-'.length);
			return [{ entryId, verdict: value, reason: textOf(form[`reason-${entryId}`]) }];
		})
	),
	v.minLength(1, '至少选一条：确认，或者退回')
);
