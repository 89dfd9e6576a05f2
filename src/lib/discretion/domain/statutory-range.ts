import { type Fen, formatMoney } from '#lib/shared/money.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Range, RuleBook } from './decision.ts';
import type { PartyInput, ViolationInput } from './decision-input.ts';
import type { Fine } from './fine.ts';
import type { Provision } from './provision.ts';
import { indexOf, placeKey } from './rule-index.ts';
import type { Stage } from './stages.ts';
import { meets } from './subjects.ts';

/** A statutory range in fen. `isFixed` = nothing to weigh. */
export interface Statutory extends Range {
	readonly isFixed: boolean;
	readonly fine: Fine;
	/** Where the figures come from and how they were computed. */
	readonly text: string;
	/** Basis of a local range or sub-range that stands in for the provision's own figures. */
	readonly replacedBy: string | null;
}

export interface FineFacts {
	readonly violation: ViolationInput;
	readonly party: PartyInput;
	readonly book: RuleBook;
}

/** Whether a fine belongs to the branch that this illegal income opens; the graver branch needs reasons of its own. */
export function branchApplies({ when }: Fine, illegalIncome: Fen = 0): boolean {
	if (when === undefined) return true;
	const { illegalIncomeFrom: from, illegalIncomeBelow: below, gravity } = when;
	if (gravity === 'especially-grave') return false;
	return (from === undefined || illegalIncome >= from) && (below === undefined || illegalIncome < below);
}

/** The fine of a stage that this party pays, after the branches; null = none. */
export function fineFor(rule: Provision, stage: Stage, { violation, party }: FineFacts): Fine | null {
	const fines = rule.stages[stage]?.fines ?? [];
	const { illegalIncome } = violation.facts;
	return fines.find((fine) => meets(fine.subject, party.party) && branchApplies(fine, illegalIncome)) ?? null;
}

/** Normalises a fine to a range in fen, or refuses because a fact is missing. */
export function statutoryRange(
	{ rule, stage, fine }: { rule: Provision; stage: Stage; fine: Fine },
	facts: FineFacts
): Result<Statutory> {
	const local = indexOf(facts.book).ranges.get(placeKey(rule.id, stage, fine.subject));
	if (local) {
		const text = `${between(local.min, local.max)}（${local.basis}）`;
		return ok({ ...{ min: local.min, max: local.max, isFixed: false, fine, text }, replacedBy: local.basis });
	}
	return ownRange(fine, rule, facts);
}

const between = (min: Fen, max: Fen) =>
	min === max ? formatMoney(min) : `${formatMoney(min)}以上${formatMoney(max)}以下`;
/** No income is no base: a fine of nothing is none. */
const INCOME = '上一年年收入（无法确定的，按规章以当地平均工资的倍数另行计算，倍数未核）';
const lacking = (field: string, what: string) => refuse('facts-missing', `缺少${what}，不能换算法定幅度。`, field);

function ownRange(fine: Fine, rule: Provision, { violation, party, book }: FineFacts): Result<Statutory> {
	const range = (min: Fen, max: Fen, how = '') => ok(toStatutory(fine, { min, max }, how));
	const { illegalIncome = 0, accidentLevel } = violation.facts;
	const { annualIncome } = party.facts;
	switch (fine.kind) {
		case 'range':
		case 'up_to':
			return range(fine.min, fine.max);
		case 'multiple_illegal_income':
			return range(
				illegalIncome * fine.min,
				illegalIncome * fine.max,
				`违法所得${formatMoney(illegalIncome)}的${fine.min}至${fine.max}倍`
			);
		case 'pct_annual_income':
			if (!annualIncome) return lacking('annualIncome', INCOME);
			return range(
				percentOf(annualIncome, fine.min),
				percentOf(annualIncome, fine.max),
				`年收入${formatMoney(annualIncome)}的${fine.min}%至${fine.max}%`
			);
		case 'fixed_pct_annual_income': {
			if (!annualIncome) return lacking('annualIncome', INCOME);
			if (accidentLevel === undefined) return lacking('accidentLevel', '事故等级');
			const amount = percentOf(annualIncome, fine.levels[accidentLevel]);
			return range(amount, amount, `年收入${formatMoney(annualIncome)}的${fine.levels[accidentLevel]}%，固定比例`);
		}
		case 'range_by_accident_level': {
			if (accidentLevel === undefined) return lacking('accidentLevel', '事故等级');
			const [min, max] = fine.levels[accidentLevel];
			const whole = range(min, max, `${accidentLevel}事故`);
			return book.jurisdiction.accidentSubranges.enabled ? subrangeOf(rule, fine, { violation, party, book }) : whole;
		}
		case 'daily_multiple_of_original_fine':
			return refuse('no-such-stage', '按日连续处罚要用阶段 daily，并写明原罚款数额和两个日期。');
	}
}

const percentOf = (income: Fen, percent: number) => Math.round((income * percent) / 100);

function toStatutory(fine: Fine, { min, max }: Range, how: string): Statutory {
	const text = how === '' ? between(min, max) : `${how}，即${between(min, max)}`;
	return { min, max, isFixed: fine.kind === 'fixed_pct_annual_income', fine, text, replacedBy: null };
}

/** The sub-range of an accident's result; the level alone does not tell it, so several rows of one level are refused. */
function subrangeOf(rule: Provision, fine: Fine, { violation, book }: FineFacts): Result<Statutory> {
	const { rows, source } = book.jurisdiction.accidentSubranges;
	const fitting = rows.filter(
		({ provision, level }) => provision === rule.id && level === violation.facts.accidentLevel
	);
	if (fitting.length !== 1) return refuse('facts-missing', `细分档次要按伤亡和损失确定：${source}`, 'accidentLevel');
	const [min, max] = fitting[0]!.range;
	return ok({ ...toStatutory(fine, { min, max }, fitting[0]!.text), replacedBy: source });
}
