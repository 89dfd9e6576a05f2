/**
 * What a court may answer to one claim against an administrative act. `requires` are conditions of which at least one must be
 * ticked and hold; `ruling`: a 裁定 on the suit, not a 判决 on the claim.
 * @law 行政诉讼法 第六十九条
 * @law 行政诉讼法 第五十八条
 * @law 行政诉讼法 第七十条
 * @law 行政诉讼法 第七十四条
 */
export const JUDGMENTS = {
	'dismiss-claim': {
		name: '判决驳回诉讼请求',
		basis: '行政诉讼法第六十九条',
		requires: ['lawful-act', 'claim-unfounded']
	},
	revoke: {
		name: '判决撤销',
		basis: '行政诉讼法第七十条',
		requires: ['evidence-insufficient', 'law-misapplied', 'procedure-breached', 'beyond-power', 'abuse', 'improper']
	},
	'revoke-part': { name: '判决部分撤销', basis: '行政诉讼法第七十条', requires: ['separable'] },
	change: { name: '判决变更', basis: '行政诉讼法第七十七条', requires: ['penalty-improper', 'sum-wrong'] },
	'confirm-illegal': {
		name: '判决确认违法',
		basis: '行政诉讼法第七十四条',
		requires: ['public-harm', 'minor-procedure', 'nothing-to-revoke', 'act-changed', 'performance-pointless']
	},
	'confirm-void': {
		name: '判决确认无效',
		basis: '行政诉讼法第七十五条',
		requires: ['no-authority', 'no-basis', 'impossible']
	},
	'order-perform': { name: '判决履行法定职责', basis: '行政诉讼法第七十二条', requires: ['duty-unperformed'] },
	pay: {
		name: '判决给付、赔偿或者补救',
		basis: '行政诉讼法第七十三条、第七十六条',
		requires: ['duty-to-pay', 'loss-caused']
	},
	'reject-suit': {
		name: '裁定驳回起诉',
		basis: '行诉法解释第六十九条',
		requires: ['not-suable', 'out-of-time', 'wrong-defendant', 'reconsideration-first', 'no-effect']
	},
	withdrawn: { name: '裁定按撤诉处理', basis: '行政诉讼法第五十八条', requires: ['plaintiff-away'] }
} as const satisfies Record<string, { name: string; basis: string; requires: readonly string[] }>;
export type JudgmentKind = keyof typeof JUDGMENTS;

export const CONDITIONS = {
	'lawful-act': '证据确凿，适用法律正确，程序合法',
	'claim-unfounded': '要求履行、给付的理由不成立',
	'evidence-insufficient': '主要证据不足',
	'law-misapplied': '适用法律、法规错误',
	'procedure-breached': '违反法定程序',
	'beyond-power': '超越职权',
	abuse: '滥用职权',
	improper: '明显不当',
	separable: '违法的部分可以分开',
	'penalty-improper': '处罚明显不当',
	'sum-wrong': '款额的确定、认定确有错误',
	'public-harm': '应当撤销，但撤销会给国家利益、公共利益造成重大损害',
	'minor-procedure': '程序轻微违法，对权利没有实际影响',
	'nothing-to-revoke': '没有可撤销的内容',
	'act-changed': '被告改变了行为，原告仍要求确认',
	'performance-pointless': '履行已经没有意义',
	'no-authority': '没有行政主体资格',
	'no-basis': '没有法律依据',
	impossible: '内容客观上办不到',
	'duty-unperformed': '应当履行而没有履行，现在履行还有意义',
	'duty-to-pay': '有给付的义务',
	'loss-caused': '造成了损失',
	'not-suable': '不属于受案范围',
	'out-of-time': '超过起诉期限，没有正当理由',
	'wrong-defendant': '告错了被告，又不肯变更',
	'reconsideration-first': '应当先复议而没有复议',
	'no-effect': '对权利义务明显不产生实际影响',
	'plaintiff-away': '原告无正当理由不到庭，或者未经许可中途退庭'
} as const;
export type Condition = keyof typeof CONDITIONS;

export function isJudgmentKind(text: string): text is JudgmentKind {
	return Object.hasOwn(JUDGMENTS, text);
}

/** The conditions that were ticked, in words. */
export const conditionsOf = (ticked: readonly string[] = []): string[] =>
	ticked.map((one) => (Object.hasOwn(CONDITIONS, one) ? CONDITIONS[one as Condition] : one));
