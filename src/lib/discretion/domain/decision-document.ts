import { type Fen, yuanOf } from '#lib/shared/money.ts';
import type { Decision, PartyDecision, Range } from './decision.ts';

/** A decision as a document with amounts in yuan: what the command prints and the interface of programs returns. */
export function toDocument({ parties, criminalCheck, reasons, warnings, benchmark, refused }: Decision) {
	return {
		parties: parties.map(({ decisions, totalSuggested, ...party }) => ({
			...party,
			decisions: decisions.map(decisionDocument),
			totalSuggested: yuanOrNull(totalSuggested)
		})),
		...{ criminalCheck, reasons, warnings, benchmark, ...(refused && { refused }) }
	};
}

const yuanOrNull = (fen: Fen | null) => (fen === null ? null : yuanOf(fen));
const rangeOrNull = (range: Range | null) => range && { min: yuanOf(range.min), max: yuanOf(range.max) };

function decisionDocument({ statutory, bracket, suggested, confiscate, isDiscussed, ...rest }: PartyDecision) {
	return {
		...rest,
		...{ statutory: rangeOrNull(statutory), bracket: rangeOrNull(bracket), suggested: yuanOrNull(suggested) },
		...(confiscate !== undefined && { confiscate: yuanOf(confiscate) }),
		collectiveDiscussion: isDiscussed
	};
}
