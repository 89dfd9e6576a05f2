/** The three properties on which an exhibit is opposed. */
export const PROPERTIES = { authenticity: '真实性', legality: '合法性', relevance: '关联性' } as const;
export type Property = keyof typeof PROPERTIES;

export const RULINGS = { admitted: '采信', partly: '部分采信', refused: '不采信' } as const;
export type Ruling = keyof typeof RULINGS;

/** Why an item is out whatever it shows; each stands under one of the sixteen rules. */
export const EXCLUSIONS = {
	'after-decision': { label: '作出决定后或者诉讼中收集', rule: 'R3' },
	'illegal-means': { label: '以非法手段取得', rule: 'R5' },
	unexamined: { label: '未经质证', rule: 'R6' },
	'deprived-defence': { label: '剥夺陈述、申辩或者听证权利后采用', rule: 'R7' },
	'reconsideration-bureau': { label: '复议中由原机关补充', rule: 'R8' },
	late: { label: '无正当理由逾期提交', rule: 'R1' }
} as const;
export type Exclusion = keyof typeof EXCLUSIONS;
