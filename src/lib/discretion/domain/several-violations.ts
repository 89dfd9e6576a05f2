import type { Notes, PartyDecision, RuleBook } from './decision.ts';
import type { PartyTotal } from './party-case.ts';
import { kindOf } from './subjects.ts';

/** What several violations, or one man in two capacities, call to mind. All of it is a question to the officer. */
export function remarksOnSeveral(totals: readonly PartyTotal[], book: RuleBook, { warnings }: Notes): void {
	for (const total of totals) warnings.push(...perhapsOneAct(total, book));
	if (totals.length > 1) warnings.push(...perhapsOneMan(totals, book));
}

/**
 * Violations of one party that breach the same duty may be one act, which is fined once.
 * @law 行政处罚法 第二十九条
 */
function perhapsOneAct({ decisions }: PartyTotal, book: RuleBook): string[] {
	if (decisions.length < 2) return [];
	const fined = decisions.filter(({ suggested, tier }) => suggested !== null && tier !== '固定');
	return fined.flatMap((one, at) =>
		fined.slice(at + 1).flatMap((other) => {
			const shared = sharesDuty(one, other, book);
			if (!shared) return [];
			return `${one.violation}与${other.violation}违反的是同一条义务：时间、地点、对象也相同的是一个行为，只罚一次款；确是两个行为的，写明理由。`;
		})
	);
}

function sharesDuty(one: PartyDecision, other: PartyDecision, { provisions }: RuleBook): boolean {
	if (one.provision === other.provision) return true;
	const duties = provisions.get(one.provision)?.duties ?? [];
	const others = provisions.get(other.provision)?.duties ?? [];
	return duties.some((duty) =>
		others.some(({ law, article }) => article !== null && law === duty.law && article === duty.article)
	);
}

/** Fined under 94 as the head, and again as somebody directly responsible for the very same omission. */
function perhapsOneMan(totals: readonly PartyTotal[], { provisions }: RuleBook): string[] {
	const heads = totals.filter(({ party }) => party.party === '主要负责人').filter(isFined);
	const others = totals.filter(({ party }) => party.party === '直接责任人员').filter(isFined);
	return heads
		.filter(({ decisions }) => decisions.some(({ provision }) => isHeadsDuty(provisions.get(provision))))
		.flatMap(({ party: head }) =>
			others
				.filter(({ party }) => head.label === undefined || party.label === undefined || party.label === head.label)
				.filter(({ party }) => kindOf(party.party, party.facts.kind) === 'person')
				.map(
					() =>
						`主要负责人${head.label ?? ''}已按安全生产法第九十四条处罚的，不得就同一不作为再作为直接责任人员处罚：看违反的是哪一项职责。`
				)
		);
}

const isFined = ({ totalSuggested }: PartyTotal) => totalSuggested !== null;
const isHeadsDuty = (rule: { penalty: { law: string; article: string } } | undefined) =>
	rule?.penalty.law === 'work-safety-law' && rule.penalty.article === '94';
