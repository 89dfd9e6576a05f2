export const LAW_KINDS = {
	constitution: '宪法',
	law: '法律',
	regulation: '行政法规',
	interpretation: '司法解释',
	rule: '部门规章',
	other: '其他规范性文件'
} as const;
export type LawKind = keyof typeof LAW_KINDS;

/** `gist` = our own summary stands in for the text; `missing` = only title and dates are known. */
export const TEXT_STATES = { gist: '本平台要点', missing: '缺文本', full: '官方文本' } as const;
export type TextState = keyof typeof TEXT_STATES;
