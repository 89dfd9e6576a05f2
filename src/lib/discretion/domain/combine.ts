import type { Notes, PartyDecision, PartyResult, RuleBook } from './decision.ts';
import type { PartyInput } from './decision-input.ts';
import { hearingGrounds } from './hearing.ts';
import type { PartyTotal } from './party-case.ts';
import { procedureReasons } from './procedure-reasons.ts';
import { remarksOnSeveral } from './several-violations.ts';

export interface Decided {
	readonly party: PartyInput;
	readonly decision: PartyDecision;
}

/** One result a party: fines of separate violations are added, none absorbs another; each sanction stands once. */
export function combineParties(list: readonly Decided[], book: RuleBook, notes: Notes): PartyResult[] {
	const totals = totalsOf(list);
	if (totals.length > 1 && list.some(({ decision }) => decision.punish)) {
		notes.reasons.push({
			step: '一案多个当事人',
			outcome: '分别决定',
			text: '单位与个人是不同的当事人：分别裁量、分别告知、分别作出决定，不属于一事二罚。',
			source: '安全生产法有关双罚的规定'
		});
	}
	remarksOnSeveral(totals, book, notes);
	return totals.map((total) => resultOf(total, totals, { book, notes }));
}

function totalsOf(list: readonly Decided[]): PartyTotal[] {
	const parties = new Map<string, { party: PartyInput; decisions: PartyDecision[] }>();
	for (const { party, decision } of list) {
		const key = `${party.party}/${party.label ?? ''}`;
		const found = parties.get(key);
		if (found) found.decisions.push(decision);
		else parties.set(key, { party, decisions: [decision] });
	}
	return [...parties.values()].map(({ party, decisions }) => {
		const fines = decisions.flatMap(({ suggested }) => suggested ?? []);
		return { party, decisions, totalSuggested: fines.length > 0 ? fines.reduce((sum, fine) => sum + fine, 0) : null };
	});
}

function resultOf(
	total: PartyTotal,
	totals: readonly PartyTotal[],
	{ book, notes }: { book: RuleBook; notes: Notes }
): PartyResult {
	const { party, decisions, totalSuggested } = total;
	const grounds = hearingGrounds(total, totals, book);
	const isDiscussed = decisions.some((one) => one.isDiscussed);
	notes.reasons.push(...procedureReasons(total, { grounds, isDiscussed, book }));
	const result: PartyResult = {
		party: party.party,
		decisions,
		totalSuggested,
		hearingRequired: grounds.length > 0,
		legalReview: grounds.length > 0,
		collectiveDiscussion: isDiscussed,
		otherSanctions: [...new Set(decisions.flatMap(({ sanctions }) => sanctions))]
	};
	return party.label === undefined ? result : { ...result, label: party.label };
}
