/** What all versioned material has in common. */
export const ORIGINS = { file: '文件', studio: '教研室' } as const;
export const STATUSES = { draft: '草稿', published: '已发布', withdrawn: '已撤回' } as const;

export const AREAS = {
	facts: '违法事实',
	procedure: '调查程序',
	evidence: '案件证据',
	law: '法律适用',
	discretion: '自由裁量'
} as const;
export type Area = keyof typeof AREAS;

export const INDUSTRIES = ['工贸', '危化', '烟花爆竹', '冶金', '非煤矿山', '建筑施工', '商贸服务', '综合'] as const;
export type Industry = (typeof INDUSTRIES)[number];

export interface Review {
	readonly by: string;
	readonly on: string;
}

/** Who wrote a piece, who reviewed it, and what it was checked against. */
export interface Provenance {
	readonly author: string;
	readonly internalReview?: Review | undefined;
	readonly legalReview?: Review | undefined;
	readonly sources: readonly string[];
}
