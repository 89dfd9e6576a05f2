import { formatMoney } from '#lib/shared/money.ts';
import type { RuleBook } from './decision.ts';
import type { PartyTotal } from './party-case.ts';
import { SANCTIONS } from './sanctions.ts';
import { kindOf } from './subjects.ts';

/**
 * Why the party must be told of the right to a hearing; empty = need not. Compared is the total of one decision, and of
 * one man or firm even where the file names it in two capacities.
 * @law 行政处罚法 第六十三条
 */
export function hearingGrounds(total: PartyTotal, totals: readonly PartyTotal[], { jurisdiction }: RuleBook): string[] {
	const { hearing } = jurisdiction;
	const kind = kindOf(total.party.party, total.party.facts.kind);
	const threshold = hearing[kind];
	const reaches = (amount: number) => amount > threshold || (hearing.inclusive && amount === threshold);
	const grounds: string[] = [];
	const fined = total.totalSuggested === null ? 0 : fineOfPerson(total, totals);
	if (fined > 0 && reaches(fined)) {
		const stands = hearing.confirmed?.[kind];
		const mark = stands ? `，${stands}` : hearing.verified ? '' : '，标准未核实，以本地标准为准';
		const edge = hearing.inclusive ? '以上' : '以外';
		grounds.push(`罚款合计${formatMoney(fined)}，达到较大数额（${formatMoney(threshold)}${edge}${mark}）`);
	}
	const confiscated = total.decisions.reduce((sum, one) => sum + (one.confiscate ?? 0), 0);
	if (confiscated > 0 && reaches(confiscated)) grounds.push(`没收违法所得${formatMoney(confiscated)}，达到较大数额`);
	for (const code of new Set(total.decisions.flatMap(({ sanctions }) => sanctions))) {
		if (SANCTIONS[code].hearing) grounds.push(`${SANCTIONS[code].label}，不论罚款数额`);
	}
	return grounds;
}

const identityOf = ({ party: { party, label, facts } }: PartyTotal) =>
	label === undefined ? party : `${kindOf(party, facts.kind)}/${label}`;

function fineOfPerson(total: PartyTotal, totals: readonly PartyTotal[]): number {
	const own = identityOf(total);
	return totals.reduce((sum, one) => (identityOf(one) === own ? sum + (one.totalSuggested ?? 0) : sum), 0);
}
