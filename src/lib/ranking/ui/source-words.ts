import type { Source } from '../domain/entry.ts';

export interface SourceWords {
	/** What a fact of this source is called, with its measure word: 题, 份文书. */
	readonly unit: string;
	/** Head of the column of facts. */
	readonly fact: string;
	/** What stands for the mark where there is none to give; null = the mark itself. */
	readonly result: string | null;
	/** The link to where the entry came from. */
	readonly open: string;
}

/** How entries of each source are spoken of. */
export const SOURCE_WORDS: Readonly<Record<Source, SourceWords>> = {
	'daily-set': { unit: '题', fact: '题目', result: null, open: '打开这组练兵' },
	drafting: { unit: '份文书', fact: '文书任务', result: null, open: '打开这份文书' },
	'file-review': { unit: '本案卷', fact: '案卷', result: null, open: '打开这本案卷' },
	'discretion-case': { unit: '件案例', fact: '裁量案例', result: null, open: '打开这次作答' },
	'case-published': { unit: '个案例', fact: '案例', result: '发布', open: '打开这个案例' },
	commentary: { unit: '条意见', fact: '意见', result: '采纳', open: '打开这场点评会' },
	hearing: { unit: '场庭审', fact: '模拟案卷', result: null, open: '打开这场庭审的结果' }
};
