import type { Fen } from '#lib/shared/money.ts';
import type { Range, RuleBook, Tier } from './decision.ts';
import { type KeyDecision, keyOf } from './marking-key.ts';
import { readable } from './marking-law.ts';
import { type PracticeCase, partyName } from './practice-case.ts';

/** What becomes of a party on the whole. */
export type VerdictOutcome = 'fine' | 'order' | 'none' | 'transfer';

/** A fine as the engine answers it; several violations are several fines. */
export interface VerdictFine {
	/** What was done, where a party did several things; null = there is one violation. */
	readonly act: string | null;
	readonly tier: Tier;
	readonly statutory: Range;
	readonly bracket: Range;
	readonly suggested: Fen;
}

/** What the engine answers about one party. */
export interface PartyVerdict {
	readonly name: string;
	/** Null where no verified rule governs. */
	readonly outcome: VerdictOutcome | null;
	readonly fines: readonly VerdictFine[];
	readonly reasons: readonly { readonly step: string; readonly text: string; readonly source: string }[];
}

/** The parties of a case, each once, in the order told. */
export const partiesOf = ({ input }: Pick<PracticeCase, 'input'>): string[] => [
	...new Set(input.violations.flatMap(({ parties }) => parties.map(partyName)))
];

/** What the engine answers to a practice case, party by party, as a reader compares a decision of their own with it. */
export function verdictsOfCase(one: PracticeCase, book: RuleBook): PartyVerdict[] {
	const key = keyOf(one, book);
	const isSeveral = key.violations.length > 1;
	return partiesOf(one).map((name) => {
		const own = key.decisions.filter((decision) => decision.name === name);
		const act = ({ violation }: KeyDecision) => {
			const id = one.input.violations[violation]!.id;
			return isSeveral ? (one.acts?.[id] ?? id) : null;
		};
		return {
			name,
			outcome: outcomeOf(own),
			fines: own.flatMap((decision) => fineOf(decision, act(decision))),
			reasons: own.flatMap(({ reasons }) =>
				reasons.map(({ step, text, source }) => ({ step, text: readable(text, book), source }))
			)
		};
	});
}

function fineOf({ decision }: KeyDecision, act: string | null): VerdictFine[] {
	if (!decision?.statutory || !decision.bracket || decision.suggested === null) return [];
	const { tier, statutory, bracket, suggested } = decision;
	return [{ act, tier, statutory, bracket, suggested }];
}

/** A crime goes first, a fine for anything is a fine, and an order is more than nothing. */
function outcomeOf(own: readonly KeyDecision[]): VerdictOutcome | null {
	const governed = own.filter(({ decision }) => decision !== null);
	if (governed.length === 0) return null;
	if (governed.some(({ stop }) => stop === 'transfer')) return 'transfer';
	if (governed.some(({ stop }) => stop === null)) return 'fine';
	return governed.some(({ stop }) => stop === 'no-fine') ? 'order' : 'none';
}

/** The bracket of all fines of a party together; null without one. Of 减轻 the upper end is not included. */
export function totalBracket(fines: readonly Pick<VerdictFine, 'bracket'>[]): Range | null {
	if (fines.length === 0) return null;
	const sum = (of: keyof Range) => fines.reduce((total, { bracket }) => total + bracket[of], 0);
	return { min: sum('min'), max: sum('max') };
}
