import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import type { Check } from './check.ts';
import type { Condition } from './condition.ts';

/** What usually becomes of an act with such a defect. */
export const SEVERITIES = {
	fatal: '致命：通常导致撤销、无效或证据被排除',
	major: '严重：可能被撤销或确认违法',
	minor: '瑕疵：更正或注明'
} as const;
export type Severity = keyof typeof SEVERITIES;

/** How sure the basis is. */
export const BASIS_STATUSES = {
	verified: '已对照条文',
	practice: '实务或示范格式，不是法定要求',
	'secondary-source': '转引，全文未核'
} as const;
export type BasisStatus = keyof typeof BASIS_STATUSES;

export const RULE_KINDS = {
	'required-field': '必备内容',
	procedure: '程序',
	'date-order': '日期先后',
	signature: '签名盖章',
	deadline: '期限',
	'consistency-with-other-document': '与其他文书一致',
	'consistency-within-document': '文书前后一致',
	'remedies-notice': '救济告知',
	'two-officers': '两名执法人员',
	'party-identity': '当事人身份',
	'amount-in-range': '数额幅度',
	'amount-uppercase': '大写金额',
	arithmetic: '计算',
	enumeration: '限定范围',
	'article-citation': '法条引用',
	wording: '用语',
	authority: '执法主体',
	'evidence-legality': '证据合法性'
} as const;
export type RuleKind = keyof typeof RULE_KINDS;

/** One thing that a document or a file must satisfy. */
export interface Rule {
	readonly id: string;
	/** What is wanted, in our words. */
	readonly requirement: string;
	readonly kind: RuleKind;
	readonly severity: Severity;
	readonly points: number;
	/** Where it comes from, as people cite it. */
	readonly basis: string;
	readonly basisStatus: BasisStatus;
	/** The part of the basis that are articles of our laws. */
	readonly citations: readonly ResolvedCitation[];
	readonly note?: string | undefined;
	/** All must hold, else the rule is not applicable. */
	readonly when: readonly Condition[];
	/** If all of one row hold, the rule is not applicable. */
	readonly unless: readonly (readonly Condition[])[];
	readonly check: Check;
}
