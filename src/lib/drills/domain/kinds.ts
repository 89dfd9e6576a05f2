/** The five kinds of practical drill that the bureaus' plans ask for. */
export const DRILL_KINDS = {
	'legal-knowledge': '法律法规知识',
	drafting: '文书制作',
	evidence: '调查取证',
	discretion: '自由裁量',
	system: '执法系统'
} as const;
export type DrillKind = keyof typeof DRILL_KINDS;

/** Why a set was drawn: only the daily one counts for the month. */
export const SET_KINDS = { daily: '今日练兵', kind: '专项练习', mistakes: '错题重练', linked: '配套练习' } as const;
export type SetKind = keyof typeof SET_KINDS;

export const DAILY_SIZE = 10;
