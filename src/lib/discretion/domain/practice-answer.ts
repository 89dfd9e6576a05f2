import type { Tier } from './decision.ts';

/** The steps of a decision in the order in which they are asked; one screen each. */
export const PRACTICE_STEPS = {
	law: '适用的法',
	gate: '有没有关口',
	provision: '罚则与阶段',
	factors: '裁量因子',
	tier: '裁量阶次',
	amount: '数额',
	reasons: '说理'
} as const;
export type PracticeStep = keyof typeof PRACTICE_STEPS;
export const isPracticeStep = (text: string): text is PracticeStep => Object.hasOwn(PRACTICE_STEPS, text);

/** Practice tells each verdict at once; a reference case is decided to the end without a hint, so that officers can be compared. */
export const ATTEMPT_MODES = { practice: '练习', reference: '基准案例' } as const;
export type AttemptMode = keyof typeof ATTEMPT_MODES;

/** Which day's law an officer says governs. */
export const LAW_DAYS = {
	ended: '行为终了之日',
	discovered: '发现之日',
	ordered: '责令改正之日',
	decided: '作出决定之日'
} as const;
export type LawDay = keyof typeof LAW_DAYS;
/** Chosen instead of a law: nothing that governs may be computed from. */
export const NO_LAW = 'none';

/** Why there is nothing to weigh; `none` = there is. */
export const GATE_CHOICES = {
	none: '没有关口，继续裁量罚款',
	N0: '违法事实不清或者证据不足，不得处罚',
	N1: '不满14周岁，不予处罚',
	N2: '行为时不能辨认或控制自己，不予处罚',
	N3: '超过追责时效，不再处罚',
	N4: '已证明没有主观过错，不予处罚',
	N5: '轻微、及时改正、没有危害后果，应当不予处罚',
	N6: '初次、后果轻微、及时改正，可以不予处罚',
	'no-fine': '这一阶段对该当事人没有罚款',
	transfer: '涉嫌犯罪，先移送'
} as const;
export type GateChoice = keyof typeof GATE_CHOICES;

/** What an officer says of a claim. */
export const CLAIM_CHOICES = {
	counts: '计入',
	'no-evidence': '不计：没有证据',
	element: '不计：构成要件或阶段要件',
	'same-fact': '不计：同一事实已计',
	contradicted: '不计：与查实的事实矛盾',
	'not-applicable': '不计：不适用于该当事人',
	'not-a-factor': '不计：不是裁量因子'
} as const;
export type ClaimChoice = keyof typeof CLAIM_CHOICES;
export type Ground = Exclude<ClaimChoice, 'counts'>;

export const TIER_CHOICES = ['减轻', '从轻', '一般', '从重', '固定'] as const satisfies readonly Tier[];

/** One option of a choice; `note` says more about it. */
export interface Option {
	readonly value: string;
	readonly label: string;
	readonly note?: string;
}

/** One thing that a step asks. `about` says of which violation, party or claim. */
export interface Question {
	/** `gate.0.1`: step, number of the violation, number of the party. */
	readonly key: string;
	readonly kind: 'choice' | 'money' | 'text';
	readonly about: string;
	readonly prompt: string;
	readonly options: readonly Option[];
}

/** What was given, by key of the question, as it was posted. */
export type Given = Readonly<Record<string, string>>;
/** All steps given so far. */
export type Answers = Readonly<Partial<Record<PracticeStep, Given>>>;

/** Points are counted in parts that halves, thirds … tenths of tenths divide, so that sums are exact. */
export const PARTS = 2520 * 2520;
export type Parts = number;
/** Parts as points with at most one decimal: `17.5`. */
export const pointsOf = (parts: Parts): number => Math.round((parts / PARTS) * 10) / 10;

/** How one question was answered, and what the engine says about it. */
export interface Verdict {
	readonly key: string;
	readonly about: string;
	readonly prompt: string;
	readonly given: string;
	readonly right: string;
	readonly earned: Parts;
	readonly of: Parts;
	readonly why: string;
	readonly source: string;
	/** Full marks although it is not the key: it follows from an earlier step that was wrong. */
	readonly isCarried: boolean;
}
