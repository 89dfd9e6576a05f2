/** What a free text of a task has to say: one of these words in this field. */
export interface TextCheck {
	readonly id: string;
	/** `f.facts`: a field of the document with free text. */
	readonly path: string;
	/** Any one of them is enough. */
	readonly anyOf: readonly string[];
	/** What is wanted, in our words. */
	readonly requirement: string;
	/** Why it matters before a court. */
	readonly why: string;
}

export const TEXT_FAULTS = {
	name: '姓名名称不一致',
	amount: '金额不一致',
	date: '日期不一致',
	place: '地点不一致',
	vague: '含糊用语',
	missing: '缺少要素'
} as const;
export type TextFault = keyof typeof TEXT_FAULTS;

/** Something in a free text that does not fit the rest of the file. It costs no points: a person decides. */
export interface TextFinding {
	readonly fault: TextFault;
	/** `f.facts` */
	readonly path: string;
	/** The words found; empty when something is missing. */
	readonly found: string;
	/** Where they stand in the text; null when something is missing. */
	readonly at: { readonly start: number; readonly end: number } | null;
	readonly message: string;
	readonly why: string;
}
