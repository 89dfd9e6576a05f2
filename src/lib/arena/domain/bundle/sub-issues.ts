import { AREAS, type Area } from '#lib/shared/piece.ts';

/**
 * The sub-issues of the five contested areas: what is fought over in a suit about a work-safety penalty, in our own words.
 * The letter is the area; a number never changes its meaning, because bundles, ballots and rehearsals keep it.
 */
export const SUB_ISSUES = {
	A1: '谁是违法主体',
	A2: '行为有没有发生',
	A3: '什么时候、持续多久',
	A4: '发生在哪里、归谁管',
	A5: '是不是隐患、是哪一级',
	A6: '改了没有、有没有后果',
	A7: '有没有主观过错',
	A8: '一个行为还是几个行为',
	B1: '两名执法人员和证件',
	B2: '回避',
	B3: '立案和取证的先后',
	B4: '登记保存、查封扣押',
	B5: '告知的内容',
	B6: '陈述申辩和听证',
	B7: '法制审核和集体讨论',
	B8: '九十日办案期限',
	B9: '送达',
	B10: '委托执法、联合检查和专家',
	C1: '证据是不是真的',
	C2: '证据来得合不合法',
	C3: '证据和本案有没有关联',
	C4: '证据够不够',
	C5: '鉴定、检测意见',
	C6: '决定以后的证据',
	C7: '同一时间的两份笔录',
	C8: '电子数据',
	C9: '逾期举证',
	D1: '有没有这个职权',
	D2: '义务条款和罚则条款对不对得上',
	D3: '引用到款、项没有',
	D4: '适用哪一档',
	D5: '特别法、新旧法',
	D6: '低位阶规定的效力',
	D7: '单位和个人双罚',
	D8: '责令改正是不是处罚',
	D9: '是不是应当移送',
	E1: '过罚是否相当',
	E2: '裁量基准公布和适用',
	E3: '每个因子有没有证据',
	E4: '应当从轻、减轻的情形',
	E5: '类案是否同罚',
	E6: '有没有因申辩加重',
	E7: '有没有不相关的考虑',
	E8: '说没说理由',
	E9: '处罚种类的选择'
} as const;
export type SubIssue = keyof typeof SUB_ISSUES;

export function isSubIssue(text: string): text is SubIssue {
	return Object.hasOwn(SUB_ISSUES, text);
}

const LETTERS: Readonly<Record<string, Area>> = {
	A: 'facts',
	B: 'procedure',
	C: 'evidence',
	D: 'law',
	E: 'discretion'
};

/** The area that a sub-issue belongs to. */
export const areaOf = (sub: SubIssue): Area => LETTERS[sub[0]!]!;

/** `调查程序 · 听证` for lists. */
export const nameOfSub = (sub: SubIssue): string => `${AREAS[areaOf(sub)]} · ${SUB_ISSUES[sub]}`;
