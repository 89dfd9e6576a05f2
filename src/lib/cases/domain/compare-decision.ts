import { isInside } from '#lib/discretion/domain/marking-amounts.ts';
import { type PartyVerdict, totalBracket } from '#lib/discretion/domain/practice-verdict.ts';
import { formatMoney } from '#lib/shared/money.ts';
import { DECIDE_RESULTS, type OwnDecision } from './own-decision.ts';

/** How an own decision stands to the engine's. */
export const STANDINGS = {
	same: '处理一致',
	inside: '在裁量区间里',
	below: '低于裁量区间',
	above: '高于裁量区间',
	other: '处理不同',
	open: '没有可比的数'
} as const;
export type Standing = keyof typeof STANDINGS;

/** One party: what the officer wrote down beside what the engine answers. */
export interface PartyComparison {
	readonly party: string;
	readonly standing: Standing;
	/** `罚款 3万元` */
	readonly own: string;
	/** `罚款 2万元—5万元，建议 3.5万元（一般）` */
	readonly engine: string;
	readonly reasons: PartyVerdict['reasons'];
}

/** Sets own decisions beside the engine's answers, party by party; a party that the engine does not know is open. */
export function compareDecisions(own: readonly OwnDecision[], verdicts: readonly PartyVerdict[]): PartyComparison[] {
	return own.map((decision) => {
		const verdict = verdicts.find(({ name }) => name === decision.party);
		return {
			party: decision.party,
			standing: standingOf(decision, verdict),
			own: sayOwn(decision),
			engine: verdict ? sayVerdict(verdict) : '这道裁量练习已经更换，没有可对照的结果',
			reasons: verdict?.reasons ?? []
		};
	});
}

function standingOf({ result, amount }: OwnDecision, verdict: PartyVerdict | undefined): Standing {
	if (!verdict || verdict.outcome === null) return 'open';
	if (result !== verdict.outcome) return 'other';
	const total = totalBracket(verdict.fines);
	if (result !== 'fine' || !total) return 'same';
	// The upper end that a reduction does not reach is known of a single fine; a sum of several has no tier of its own.
	const tier = verdict.fines.length === 1 ? verdict.fines[0]!.tier : '';
	if (isInside(amount, total, tier)) return 'inside';
	return (amount ?? 0) < total.min ? 'below' : 'above';
}

const sayOwn = ({ result, amount }: OwnDecision) =>
	amount === null ? DECIDE_RESULTS[result] : `${DECIDE_RESULTS[result]} ${formatMoney(amount)}`;

function sayVerdict({ outcome, fines }: PartyVerdict): string {
	if (outcome === null) return '没有可据以计算的罚则';
	const total = totalBracket(fines);
	if (outcome !== 'fine' || !total) return DECIDE_RESULTS[outcome];
	const suggested = fines.reduce((sum, fine) => sum + fine.suggested, 0);
	const tiers = [...new Set(fines.map(({ tier }) => tier))].join('、');
	const range =
		total.min === total.max ? formatMoney(total.min) : `${formatMoney(total.min)}—${formatMoney(total.max)}`;
	return `罚款 ${range}，建议 ${formatMoney(suggested)}（${tiers}）`;
}
