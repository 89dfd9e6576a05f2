import type { RuleKind, Severity } from './rule.ts';

/** Why each kind of rule is asked about when a document is challenged, in our own words. */
const WHY: Readonly<Record<RuleKind, string>> = {
	'required-field': '法定内容缺一项，当事人就可以说没有告诉过他；机关要自己证明写过，而文书上没有。',
	procedure: '程序走没走、先后对不对，只看卷里留下的痕迹；没有痕迹，按没有做处理。',
	'date-order': '日期是法庭还原程序的唯一线索；先后颠倒，等于承认后一步没有前一步作根据。',
	signature: '没有签名盖章，这份材料是谁作出、当事人知不知情都说不清，对方一否认就失去证明力。',
	deadline: '期限是权利的边界：少给一天是剥夺，多用一天是超期，都可以直接算出来，没有解释余地。',
	'consistency-with-other-document': '两份文书说法不一，对方只需要把它们并排放着；法庭会问，到底哪一份是真的。',
	'consistency-within-document': '同一份文书自己和自己对不上，整份文书的可信度都会受影响。',
	'remedies-notice': '救济途径告知错了，起诉期限可能从头起算，已经过去的案子也会重新打开。',
	'two-officers': '执法人员不足两人或身份不明，取得的证据和作出的决定都站不住。',
	'party-identity': '当事人写错，就是罚错了人：决定送不到、执行不了，也可能被认定为主体错误。',
	'amount-in-range': '超出法定幅度的数额没有法律依据，法庭可以判决变更或者撤销。',
	'amount-uppercase': '大小写不一致，缴多少、执行多少都会有争议，银行和法院也可能拒收。',
	arithmetic: '算错的数额经不起当庭复算，错一元也说明没有人核对。',
	enumeration: '法律只给了这几种选择，写出范围之外的内容就是没有依据的处理。',
	'article-citation': '引错条文等于没有说明依据；适用法律错误是撤销的法定理由。',
	wording: '含糊或者不当的用语会被对方按有利于自己的意思解释。',
	authority: '不是有权的机关、没有经有权的人批准，内容再对也可能因超越职权被撤销。',
	'evidence-legality': '取得方式不合法的证据要排除，靠它支撑的事实跟着落空。'
};

/** What usually becomes of it, by gravity. */
const THEN: Readonly<Record<Severity, string>> = {
	fatal: '这一项足以让整个处理被撤销、确认无效，或者让证据被排除。',
	major: '这一项可能导致撤销或者确认违法。',
	minor: '这一项一般可以补正，但要在对方指出之前补。'
};

/** Why a violated rule matters before a court: what it is about, and what usually follows. */
export const whyItMatters = (kind: RuleKind, severity: Severity): string => `${WHY[kind]}${THEN[severity]}`;
