import { stageOf } from './stages.ts';
import type { Fen } from '#lib/shared/money.ts';
import type { PartyDecision, Range, RuleBook, Tier } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import { fineFor, statutoryRange } from './statutory-range.ts';
import { bracketOf } from './tier.ts';

/** A tier as it lies on the statutory span. */
export interface Zone extends Range {
	readonly tier: '减轻' | '从轻' | '一般' | '从重';
}

/** What is drawn: everything from nothing to the statutory maximum, in fen. */
export interface Ruler {
	readonly statutory: Range;
	readonly zones: readonly Zone[];
	readonly bracket: Range;
	readonly suggested: Fen;
	readonly tier: Tier;
	/** Where the figures of the span come from, when a local rule replaced the law's own. */
	readonly replacedBy: string | null;
}

const TIERS = ['从轻', '一般', '从重'] as const;

/** The ruler of a decision; null where there is no range to draw: no fine, or a fixed one. */
export function rulerOf(
	decision: PartyDecision,
	{ violation, party, book }: { violation: ViolationInput; party: PartyInput; book: RuleBook }
): Ruler | null {
	const { statutory, bracket, suggested, tier } = decision;
	if (!statutory || !bracket || suggested === null || statutory.min === statutory.max) return null;
	const stage = stageOf(violation.stage);
	const rule = book.provisions.get(decision.provision);
	const fine = rule && fineFor(rule, stage, { violation, party, book });
	const range = fine ? statutoryRange({ rule, stage, fine }, { violation, party, book }) : null;
	if (!rule || !range?.ok) return null;
	const place = { book, place: { provision: rule.id, stage } };
	const zones: Zone[] = TIERS.map((one) => ({ tier: one, ...bracketOf(one, range.value, place) }));
	if (tier === '减轻') zones.unshift({ tier, ...bracket });
	return { statutory, zones, bracket, suggested, tier, replacedBy: range.value.replacedBy };
}
