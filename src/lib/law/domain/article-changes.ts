/** What became of an article: `moved` = the same wording under another number. */
export const ARTICLE_CHANGES = {
	same: '未变',
	moved: '移条',
	changed: '修改',
	new: '新增',
	dropped: '删去'
} as const;
export type ArticleChange = keyof typeof ARTICLE_CHANGES;
