import type { Citation } from '#lib/shared/citation.ts';

export interface HearingRule {
	/** Our own words. */
	readonly text: string;
	readonly basis: readonly Citation[];
	/** enforced = what breaks it is refused or carries its consequence · advised = shown where it matters, the panel decides. */
	readonly how: 'enforced' | 'advised';
	/** What the engine does about it. */
	readonly does: string;
}

const suit = (article: string, paragraph?: number, item?: number): Citation => ({
	law: 'administrative-litigation-law',
	article,
	paragraph,
	item
});
const evidence = (article: string): Citation => ({ law: 'litigation-evidence-rules', article });
const interpretation = (article: string): Citation => ({ law: 'litigation-law-interpretation', article });

/**
 * The sixteen rules of a hearing: rule · basis · enforced or advised · how.
 * `applies` to suits; a 听证会 or 案审会 has no burden of proof under this law, so only the rules of its procedure bind there.
 */
export const RULES = {
	R1: {
		text: '被告对被诉行为的合法性负举证责任，证据和所依据的规范性文件都要交；不交或者无正当理由逾期交的，视为没有证据。原告举证不成立，不免除被告的责任。',
		basis: [suit('34'), suit('37')],
		how: 'enforced',
		does: '举证由被告先开始；逾期又没有理由的证据不能采信，涉及第三人权益并由第三人提供的除外。'
	},
	R2: {
		text: '被告收到起诉状副本后十五日内提交证据和答辩状。证据规定里的十日已经不适用。',
		basis: [suit('67'), interpretation('34')],
		how: 'enforced',
		does: '比赛按小时折算，页面上同时写明法定期限；过期提交的标为逾期。'
	},
	R3: {
		text: '被告在作出决定以后或者诉讼中收集的证据不能用来证明决定合法；原告或者第三人提出了原来没有提过的理由或者证据的，经准许可以补充。',
		basis: [suit('35'), suit('36'), evidence('60')],
		how: 'enforced',
		does: '晚于决定日的证据没有准许补充就不能采信。'
	},
	R4: {
		text: '法院不得为证明行政行为合法，调取被告作出行为时没有收集的证据。',
		basis: [suit('40')],
		how: 'enforced',
		does: '以证明合法为目的的调取被拒绝。'
	},
	R5: {
		text: '严重违反法定程序收集、违反强制性规定侵害他人权益取得、以利诱欺诈胁迫暴力取得的证据，一律排除。',
		basis: [suit('43'), interpretation('43')],
		how: 'enforced',
		does: '认定取得手段违法的，不能采信，也不能部分采信。'
	},
	R6: {
		text: '没有质证过的证据不能作为定案依据，庭前交换时双方没有争议的除外。',
		basis: [evidence('35'), interpretation('38')],
		how: 'enforced',
		does: '没有出示，或者对方没有发表过意见的证据不能采信。'
	},
	R7: {
		text: '剥夺当事人陈述、申辩或者听证权利所采用的证据，不能证明决定合法。',
		basis: [evidence('60')],
		how: 'enforced',
		does: '认定剥夺权利的，不能采信。'
	},
	R8: {
		text: '原机关在复议中补充的证据不能证明原决定合法；复议机关维持原决定并作为共同被告的，它依法收集的证据可以。',
		basis: [evidence('61'), interpretation('135'), { law: 'administrative-reconsideration-law', article: '46' }],
		how: 'enforced',
		does: '按证据的来源判断，复议机关的证据只在维持原决定的案件里可以采信。'
	},
	R9: {
		text: '无法核对的复印件、可能剪辑的录音录像、与当事人关系密切的人的证言、应当出庭而没有出庭的证人的证言，不能单独定案。',
		basis: [evidence('71')],
		how: 'enforced',
		does: '采信这样的证据，要写明用哪一份已经采信的证据印证；只部分采信的不用。'
	},
	R10: {
		text: '证明力大小有次序：公文书证高于其他书证，鉴定意见、现场笔录和勘验笔录高于其他书证、视听资料和证言，原件高于复印件，几种一致的证据高于一份。',
		basis: [evidence('63')],
		how: 'advised',
		does: '在证据旁边列出次序，由合议庭判断。'
	},
	R11: {
		text: '原告或者第三人可以要求执法人员出庭说明笔录、财物、取样、身份等，由法庭准许。',
		basis: [interpretation('41'), evidence('44')],
		how: 'enforced',
		does: '申请要写明事项；没有准许的人不能发言。'
	},
	R12: {
		text: '审查的是合法性；明显不当和处罚变更是审查裁量的入口。',
		basis: [suit('6'), suit('70', undefined, 6), suit('77')],
		how: 'advised',
		does: '裁量的焦点旁边写明：要么论证明显不当，要么请求变更。'
	},
	R13: {
		text: '依据法律、行政法规、地方性法规，参照规章；规章以下的规范性文件可以请求一并审查。',
		basis: [suit('53'), suit('63'), suit('64'), interpretation('146')],
		how: 'enforced',
		does: '请求一并审查由原告在第一审开庭前提出，有正当理由的可以在法庭调查中提出；之后被拒绝。引用规章的写明参照。'
	},
	R14: {
		text: '行政案件不调解，赔偿、补偿和行使裁量权的案件除外。',
		basis: [suit('60')],
		how: 'enforced',
		does: '其他案件不能进入调解。'
	},
	R15: {
		text: '机关负责人应当出庭，不能出庭的委派工作人员，不得只派律师；负责人出庭要就实质问题和化解争议发表意见。没有理由不出庭的记录在案，但不因此败诉。',
		basis: [suit('3', 3), interpretation('128'), interpretation('132')],
		how: 'enforced',
		does: '只有代理人的一方扣分并记录；负责人到庭没有发言的，不能结束最后陈述，除非记录原因。缺席不影响裁判。'
	},
	R16: {
		text: '每方可以委托一至二名代理人；发问要与案件事实有关，不得诱导、威胁、侮辱。',
		basis: [suit('31'), evidence('39')],
		how: 'enforced',
		does: '第三名代理人不能入席；违反的提问可以反对，反对成立的不再回答。'
	}
} as const satisfies Record<string, HearingRule>;
export type RuleId = keyof typeof RULES;
