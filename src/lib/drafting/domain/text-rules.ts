/** What kind of statement a free text is: each is read differently. */
export const TEXT_KINDS = {
	facts: '事实',
	reasons: '说理',
	orders: '决定和要求',
	spoken: '他人的话，照原话记录'
} as const;
export type TextKind = keyof typeof TEXT_KINDS;

export const ELEMENTS = { time: '时间', place: '地点', subject: '主体', act: '行为' } as const;
export type Element = keyof typeof ELEMENTS;

/** Words that leave open what a document has to say. */
export interface VagueWord {
	readonly words: readonly string[];
	/** Longer phrases in which the word is in place. */
	readonly except: readonly string[];
	readonly kinds: readonly TextKind[];
	/** What to write instead. */
	readonly instead: string;
}

/** How free texts are read: data of `content/drafting/texts.yaml`. */
export interface TextRules {
	/** By the id of a field or part with free text. */
	readonly fields: Readonly<Record<string, { readonly kind: TextKind; readonly elements: readonly Element[] }>>;
	readonly vague: readonly VagueWord[];
	/** What only a person can say about such a text. */
	readonly people: Readonly<Record<TextKind, string>>;
}
