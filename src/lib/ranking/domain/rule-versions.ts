import { canonical } from '#lib/shared/canonical.ts';
import { type Day, addMonths, dayOf } from '#lib/shared/time.ts';
import type { Rule } from './rule.ts';

export const RULE_VERDICTS = { confirmed: '已确认', refused: '已退回', withdrawn: '已撤回' } as const;
export type RuleVerdict = keyof typeof RULE_VERDICTS;

/** A version that the office has made, with what became of it. */
export interface OfficeRule {
	readonly rule: Rule;
	readonly basedOn: number;
	readonly reason: string;
	readonly proposedBy: string;
	readonly proposedAt: Date;
	/** Null = waits for the second person. */
	readonly decision: {
		readonly verdict: RuleVerdict;
		readonly reason: string;
		readonly decidedBy: string;
		readonly decidedAt: Date;
	} | null;
}

const byVersion = (left: { readonly version: number }, right: { readonly version: number }) =>
	left.version - right.version;

const confirmedOf = (office: readonly OfficeRule[]) =>
	office
		.filter(({ decision }) => decision?.verdict === 'confirmed')
		.map(({ rule }) => rule)
		.sort(byVersion);

/** From the first confirmed version of the office on the office leads: files of that number and above only propose. */
const fromFilesIn = (files: readonly Rule[], office: readonly OfficeRule[]) => {
	const first = confirmedOf(office)[0]?.version ?? Infinity;
	return files.filter(({ version }) => version < first);
};

/**
 * The versions that rank months, by their first day: those of the files up to the first one that the office has confirmed, then
 * the office's. A version that a later one overtakes before it begins never ranks anything and is left out.
 */
export function rulesInForce(files: readonly Rule[], office: readonly OfficeRule[]): Rule[] {
	const all = [...fromFilesIn(files, office), ...confirmedOf(office)].sort(byVersion);
	return all.filter((one, at) => all.slice(at + 1).every((later) => later.effectiveFrom > one.effectiveFrom));
}

/** What a rule says, without number, first day and account of itself. */
export function contentOf({ version: _, effectiveFrom: __, basis: ___, ...said }: Rule): string {
	return canonical(said);
}

/** Files that came when the office led already: proposals, until a version of the office says the same. */
export function proposedByFiles(files: readonly Rule[], office: readonly OfficeRule[]): Rule[] {
	const leading = new Set(fromFilesIn(files, office));
	const said = new Set(confirmedOf(office).map(contentOf));
	return files.filter((one) => !leading.has(one) && !said.has(contentOf(one)));
}

/** The version that waits for the second person; there is one at most. */
export const pendingOf = (office: readonly OfficeRule[]): OfficeRule | null =>
	office.find(({ decision }) => decision === null) ?? null;

/** Numbers are given once, also to what is sent back. */
export function nextVersion(files: readonly Rule[], office: readonly OfficeRule[]): number {
	return 1 + Math.max(0, ...files.map(({ version }) => version), ...office.map(({ rule }) => rule.version));
}

const MONTHS_AHEAD = 6;

/** Days on which a new version may begin: firsts of months, from the next one on, and not before the newest version does. */
export function firstDaysFor(rules: readonly Rule[], today: Day): Day[] {
	const next = addMonths(`${today.slice(0, 7)}-01`, 1);
	const newest = rules.at(-1)?.effectiveFrom ?? next;
	const first = newest > next ? newest : next;
	return Array.from({ length: MONTHS_AHEAD }, (_, months) => addMonths(first, months));
}

/** A node may keep the rules for a minute; nobody may rank by the old version once the new one counts. */
const STILL_TIME_MINUTES = 10;

/** Why a version cannot be confirmed by this person now; null = can. */
export function whyMayNotConfirm(
	{ rule, proposedBy }: Pick<OfficeRule, 'rule' | 'proposedBy'>,
	files: readonly Rule[],
	by: { readonly personId: string; readonly now: Date }
): string | null {
	if (proposedBy === by.personId) return '自己提出的版本由另一人确认。';
	if (dayOf(new Date(by.now.getTime() + STILL_TIME_MINUTES * 60_000)) >= rule.effectiveFrom) {
		return '已经到了起用日，不能再确认：月份一开始就不换规则。请撤回，改从以后的月份起用。';
	}
	if (files.some(({ version }) => version >= rule.version)) {
		return `程序更新带来了同号的第 ${rule.version} 版。请撤回，在它的基础上重新提出。`;
	}
	return null;
}
