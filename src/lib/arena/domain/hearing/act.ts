import type { Area } from '#lib/shared/piece.ts';
import type { Citation } from '#lib/shared/citation.ts';
import type { Party, Presence, Seat } from './role.ts';
import type { Exclusion, Property, Ruling } from './evidence.ts';
import type { Ground } from './objection.ts';
import type { PenaltyKind } from './penalty.ts';
import type { RuleId } from './rules.ts';

/** What can happen in a hearing. The keys are stored; the labels stand in its record. */
export const ACTS = {
	seat: '安排席位',
	'check-in': '报到',
	attend: '核对到庭',
	'rule-absence': '处理缺席',
	'take-over': '接替记录',
	advance: '进入下一阶段',
	reopen: '恢复法庭调查',
	extend: '延长时间',
	pause: '暂停',
	resume: '继续',
	'ask-recusal': '申请回避',
	'recuse-self': '自行回避',
	'rule-recusal': '决定回避',
	'file-paper': '提交文书',
	'file-evidence': '提交证据',
	exchange: '交换证据时表态',
	'ask-supplement': '申请补充证据',
	'rule-supplement': '准许或者不准许补充',
	'challenge-norm': '请求一并审查规范性文件',
	'request-floor': '请求发言',
	'withdraw-request': '收回请求',
	grant: '准许发言',
	yield: '发言完毕',
	'take-back': '中止发言',
	say: '发言',
	'correct-line': '更正笔录',
	object: '提出反对',
	'rule-objection': '裁定反对',
	warn: '警告',
	'raise-issue': '提出争议焦点',
	'confirm-issues': '确认争议焦点',
	offer: '出示证据',
	rest: '举证完毕',
	oppose: '质证',
	respond: '回应质证',
	'rule-evidence': '认证',
	collect: '法院调取证据',
	call: '申请出庭',
	'rule-call': '准许或者不准许出庭',
	'dismiss-witness': '证人退庭',
	'note-head': '记录负责人发言情况',
	'offer-terms': '提出调解方案',
	'answer-terms': '回应调解方案',
	vote: '合议表决',
	'panel-note': '合议讨论',
	pronounce: '宣布结果',
	comment: '点评',
	penalise: '扣分',
	'lift-penalty': '撤销扣分',
	remove: '责令退出',
	publish: '公布成绩',
	'team-note': '队内笔记',
	draft: '起草发言'
} as const;
export type Act = keyof typeof ACTS;

export const LINE_KINDS = {
	procedure: '主持',
	statement: '陈述',
	argument: '辩论',
	question: '发问',
	reply: '回答',
	final: '最后陈述',
	comment: '点评'
} as const;
export type LineKind = keyof typeof LINE_KINDS;

export const PAPERS = {
	complaint: '起诉状',
	answer: '答辩状',
	list: '证据目录',
	opinion: '代理意见',
	other: '其他'
} as const;
export const SUBJECTS = {
	record: '现场笔录的合法性、真实性',
	goods: '扣押财产的品种、数量',
	samples: '检验样品的取样、保管',
	identity: '执法人员身份的合法性',
	other: '其他'
} as const;

/** What hangs on an argument, so that a score can be traced to it. */
export interface Tags {
	readonly issueId?: string | undefined;
	readonly exhibitIds: readonly string[];
	readonly citations: readonly Citation[];
}

interface Reasoned {
	readonly reason: string;
}

/** What the engine works out and writes into the event; whatever a command says about it is overwritten. */
type Engine<T> = Partial<T>;

/** What each act says. Whole numbers and texts only: events have one canonical form. */
export interface Details {
	seat: Omit<Seat, 'presence'>;
	'check-in': Record<never, never>;
	attend: Reasoned & { readonly seatId: string; readonly presence: Extract<Presence, 'present' | 'absent' | 'left'> };
	'rule-absence': Reasoned & { readonly party: Party; readonly outcome: 'withdrawal' | 'default' | 'continue' };
	'take-over': Reasoned;
	/** `reason` is needed where something is left undone. */
	advance: Reasoned & { readonly to: string } & Engine<{ readonly inCourt: boolean }>;
	reopen: Reasoned & Engine<{ readonly to: string }>;
	extend: Reasoned & { readonly party: Party | null } & Engine<{ readonly ms: number }>;
	pause: Reasoned;
	resume: Record<never, never>;
	'ask-recusal': Reasoned & { readonly seatId: string };
	'recuse-self': Reasoned;
	'rule-recusal': Reasoned & { readonly seatId: string; readonly granted: boolean };
	'file-paper': { readonly kind: keyof typeof PAPERS; readonly title: string; readonly text: string };
	/** `reason`: why it comes late. */
	'file-evidence': Reasoned & { readonly exhibitId: string } & Engine<{ readonly isLate: boolean }>;
	exchange: Reasoned & {
		readonly exhibitId: string;
		readonly accepts: boolean;
		readonly properties: readonly Property[];
	};
	/** `because`: the exhibit or line of the other side that raised something new. */
	'ask-supplement': Reasoned & { readonly exhibitId: string; readonly because: string };
	'rule-supplement': Reasoned & { readonly exhibitId: string; readonly granted: boolean };
	'challenge-norm': Reasoned & { readonly title: string };
	'request-floor': { readonly why: string };
	'withdraw-request': Record<never, never>;
	grant: { readonly seatId: string };
	yield: Record<never, never>;
	'take-back': Reasoned;
	/** `speaker`: in the hall the clerk writes for whoever speaks. */
	say: Tags & { readonly kind: LineKind; readonly text: string; readonly speaker: string };
	'correct-line': { readonly line: number; readonly text: string };
	object: { readonly ground: Ground; readonly line: number | null; readonly against: string; readonly text: string };
	'rule-objection': Reasoned & { readonly objection: number; readonly sustained: boolean };
	warn: Reasoned & { readonly seatId: string };
	'raise-issue': { readonly issueId: string; readonly area: Area; readonly point: string; readonly text: string };
	'confirm-issues': Record<never, never>;
	offer: {
		readonly exhibitId: string;
		readonly proves: string;
		readonly issueIds: readonly string[];
	} & Engine<{ readonly number: number; readonly title: string; readonly side: Party }>;
	rest: Record<never, never>;
	oppose: {
		readonly exhibitId: string;
		/** None = the party has no objection. */
		readonly properties: readonly Property[];
		readonly weight: string;
		readonly text: string;
		readonly citations: readonly Citation[];
	};
	respond: { readonly exhibitId: string; readonly text: string };
	'rule-evidence': Reasoned & {
		readonly exhibitId: string;
		readonly ruling: Ruling;
		readonly exclusion: Exclusion | null;
		/** Other items that carry a weak one. */
		readonly supports: readonly string[];
	};
	collect: Reasoned & { readonly title: string; readonly purpose: 'legality' | 'other' };
	call: { readonly seatId: string; readonly about: keyof typeof SUBJECTS };
	'rule-call': Reasoned & { readonly seatId: string; readonly granted: boolean };
	'dismiss-witness': { readonly seatId: string };
	'note-head': Reasoned;
	'offer-terms': { readonly text: string };
	'answer-terms': Reasoned & { readonly terms: number; readonly accepts: boolean };
	/** `on`: an issue, or `judgment`. */
	vote: Reasoned & { readonly on: string; readonly choice: string };
	'panel-note': { readonly text: string };
	/** In a suit the conditions are ticked; in a hearing or committee, and in logs of before, there are none. Sums in yuan. */
	pronounce: {
		readonly judgment: string;
		readonly text: string;
		readonly reasons: string;
		readonly ticked?: readonly string[] | undefined;
		readonly redo?: boolean | undefined;
		readonly coreRightLost?: boolean | undefined;
		readonly originalFine?: number | null | undefined;
		readonly newFine?: number | null | undefined;
	};
	comment: Tags & { readonly text: string; readonly isPraise: boolean };
	penalise: Reasoned & {
		readonly party: Party;
		readonly seatId: string | null;
		readonly kind: PenaltyKind;
		readonly points: number;
		readonly rule: RuleId | null;
	};
	'lift-penalty': Reasoned & { readonly penalty: number };
	remove: Reasoned & { readonly seatId: string };
	/** What the ballots came to; shown from here on. */
	publish: { readonly digest: string; readonly winner: Party | null; readonly text: string };
	'team-note': { readonly text: string };
	/** A sentence in the making; the last one of a seat counts. */
	draft: { readonly text: string };
}
export type Detail<A extends Act = Act> = Details[A];
