import type { Fen } from '#lib/shared/money.ts';
import type { BracketTier, FactorGroup } from '../benchmark.ts';
import type { Gate, Tier } from '../decision.ts';
import type { Fine } from '../fine.ts';
import { SANCTIONS, type SanctionCode } from '../sanctions.ts';
import { SUBJECTS } from '../subjects.ts';
import type { CaseBook } from './case-book.ts';
import type { Plan, PlannedParty, PlannedViolation } from './plan.ts';

/** What the author of a case knows to be right, computed from what was planted and never by the engine. */
export interface Answer {
	/** Code of the lawful refusal; null = it is decided. */
	readonly refused: string | null;
	readonly decisions: readonly ExpectedDecision[];
	readonly totals: readonly ExpectedTotal[];
}

export interface ExpectedDecision {
	readonly violation: string;
	readonly party: string;
	readonly provision: string;
	readonly gate: Gate | null;
	readonly tier: Tier;
	/** Factors that count. */
	readonly counted: readonly string[];
	readonly statutory: Span | null;
	readonly bracket: Span | null;
	readonly suggested: Fen | null;
	readonly sanctions: readonly SanctionCode[];
}

export interface ExpectedTotal {
	readonly party: string;
	readonly total: Fen | null;
	readonly hearing: boolean;
}

interface Span {
	readonly min: Fen;
	readonly max: Fen;
}

export function expectedAnswer(plan: Plan, book: CaseBook): Answer {
	if (plan.refused === 'superseded') return { refused: plan.refused, decisions: [], totals: [] };
	const decisions = plan.violations.flatMap((violation) =>
		violation.parties.map((party) => expect(plan, violation, { party, book }))
	);
	return { refused: plan.refused, decisions, totals: totalsOf(plan, decisions, book) };
}

interface Setting {
	readonly party: PlannedParty;
	readonly book: CaseBook;
}

function expect(plan: Plan, violation: PlannedViolation, { party, book }: Setting): ExpectedDecision {
	const { rule, stage, gate } = violation;
	const none = {
		...{ violation: violation.id, party: party.name, provision: rule.id, gate: null, counted: [] },
		...{ statutory: null, bracket: null, suggested: null, sanctions: [] }
	};
	if (plan.refused !== null) return { ...none, provision: violation.candidates[0]!, tier: '暂不罚款' };
	if (gate === 'N5' || gate === 'N6') return { ...none, gate, tier: '不予处罚' };
	const sanctions = sanctionsOf(violation, party);
	const fine = rule.stages[stage]!.fines.find((one) => pays(one, party, violation.facts.illegalIncome ?? 0));
	if (!fine) {
		const isPenalty = sanctions.some((code) => code !== 'stop_activity' && code !== 'stop_construction');
		return { ...none, gate: isPenalty ? null : 'F1', tier: '暂不罚款', sanctions };
	}
	const statutory = localSpan(violation, fine, book) ?? spanOf(fine, violation, party);
	const counted = party.claims.flatMap(({ factor, counts }) => (counts && factor !== null ? [factor] : []));
	const isFixed = fine.kind === 'fixed_pct_annual_income';
	const tier = isFixed ? '固定' : tierOf(counted, statutory.min, book);
	const bracket = isFixed ? statutory : bracketOf(tier, statutory, { violation, fine, book });
	const suggested = isFixed ? statutory.min : pointIn(bracket, tier, { party, book });
	return { ...none, tier, counted, statutory, bracket, suggested, sanctions };
}

const words = (phrase: string) => phrase.split(/[/或及]/);

function pays({ subject, when }: Fine, party: PlannedParty, income: Fen): boolean {
	if (!words(subject).includes(party.subject) || when?.gravity === 'especially-grave') return false;
	const from = when?.illegalIncomeFrom ?? 0;
	const below = when?.illegalIncomeBelow ?? Infinity;
	return income >= from && income < below;
}

function localSpan({ rule, stage }: PlannedViolation, fine: Fine, { jurisdiction }: CaseBook): Span | null {
	const isIt = (one: { provision: string; stage: string; subject: string }) =>
		one.provision === rule.id && one.stage === stage && one.subject === fine.subject;
	const local = jurisdiction.ranges.find(isIt);
	return local ? { min: local.min, max: local.max } : null;
}

function spanOf(fine: Fine, { facts }: PlannedViolation, { annualIncome = 0 }: PlannedParty): Span {
	switch (fine.kind) {
		case 'range':
		case 'up_to':
			return { min: fine.min, max: fine.max };
		case 'multiple_illegal_income': {
			const income = facts.illegalIncome ?? 0;
			return { min: fine.min * income, max: fine.max * income };
		}
		case 'fixed_pct_annual_income': {
			const amount = (annualIncome / 100) * fine.levels[facts.accidentLevel!];
			return { min: amount, max: amount };
		}
		default:
			throw new Error(`no made case has a fine of kind ${fine.kind}`);
	}
}

/** The tier by counting, as an officer does it on paper. */
function tierOf(counted: readonly string[], min: Fen, { benchmark }: CaseBook): Tier {
	const many = (group: FactorGroup) => counted.filter((id) => id.startsWith(group)).length;
	const { weights, thresholds, reduced } = benchmark;
	const [M, m, a, A] = [many('M'), many('m'), many('a'), many('A')];
	const canReduce = min > 0 || !reduced.requiresMinAboveZero;
	if (M >= thresholds.reducedFromM && a + A === 0 && canReduce) return '减轻';
	const lighter = M * weights.M + Math.max(m * weights.m, weights.mTotalCap);
	const net = lighter + a * weights.a + A * weights.A;
	if (net >= thresholds.heavyFrom) return M > 0 ? '一般' : '从重';
	if (net <= thresholds.lightFrom) return A > 0 && M === 0 ? '一般' : '从轻';
	return '一般';
}

const TIERS: Partial<Record<Tier, BracketTier>> = { 从轻: 'light', 一般: 'normal', 从重: 'heavy' };

function bracketOf(
	tier: Tier,
	{ min, max }: Span,
	{ violation, fine, book }: { violation: PlannedViolation; fine: Fine; book: CaseBook }
): Span {
	const { benchmark, jurisdiction } = book;
	if (tier === '减轻') return { min: (min / 100) * benchmark.reduced.floorOfMin, max: min };
	const key = TIERS[tier]!;
	const table = jurisdiction.overrides.find(
		(one) => one.provision === violation.rule.id && one.stage === violation.stage && one.subject === fine.subject
	);
	if (table) return { min: table[key][0], max: table[key][1] };
	const at = (percent: number) => min + ((max - min) / 100) * percent;
	return { min: at(benchmark.fractions[key][0]), max: at(benchmark.fractions[key][1]) };
}

function pointIn({ min, max }: Span, tier: Tier, { party, book }: Setting): Fen {
	const unit = book.benchmark.rounding[SUBJECTS[party.subject]];
	const rounded = Math.floor(((min + max) / 2 + unit / 2) / unit) * unit;
	const top = tier === '减轻' ? max - 1 : max;
	return rounded < min ? min : rounded > top ? top : rounded;
}

function sanctionsOf({ rule, stage, facts }: PlannedViolation, { subject }: PlannedParty): SanctionCode[] {
	return rule.stages[stage]!.sanctions.flatMap(({ code, target, mandatory }) => {
		const isDue = code === 'confiscate_income' ? (facts.illegalIncome ?? 0) > 0 : mandatory;
		return isDue && words(target).includes(subject) ? [code] : [];
	});
}

function totalsOf(plan: Plan, decisions: readonly ExpectedDecision[], { jurisdiction }: CaseBook): ExpectedTotal[] {
	const parties = new Map(plan.violations.flatMap(({ parties }) => parties.map((one) => [one.name, one] as const)));
	const { hearing } = jurisdiction;
	return [...parties.values()].map(({ name, subject }) => {
		const own = decisions.filter(({ party }) => party === name);
		const fines = own.flatMap(({ suggested }) => suggested ?? []);
		const total = fines.length > 0 ? fines.reduce((sum, fine) => sum + fine) : null;
		const taken = own.reduce((sum, one) => sum + confiscatedIn(one, plan), 0);
		const threshold = hearing[SUBJECTS[subject]];
		const reaches = (amount: Fen) => amount > 0 && (hearing.inclusive ? amount >= threshold : amount > threshold);
		const heavy = own.some(({ sanctions }) => sanctions.some((code) => SANCTIONS[code].hearing));
		return { party: name, total, hearing: heavy || reaches(total ?? 0) || reaches(taken) };
	});
}

const confiscatedIn = ({ violation, sanctions }: ExpectedDecision, { violations }: Plan): Fen =>
	sanctions.includes('confiscate_income')
		? (violations.find(({ id }) => id === violation)!.facts.illegalIncome ?? 0)
		: 0;
