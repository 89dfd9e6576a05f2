import { readNumber } from '#lib/shared/read-number.ts';

/** 目, `1.` below an item. */
export interface SubItem {
	readonly number: number;
	readonly text: string;
}

/** 项, `（一）` below a paragraph. */
export interface Item {
	readonly number: number;
	readonly text: string;
	readonly subItems: readonly SubItem[];
}

/** 款: a paragraph of an article with the list that belongs to it. */
export interface Paragraph {
	readonly number: number;
	readonly text: string;
	readonly items: readonly Item[];
}

const ITEM = /^[（(]([一二三四五六七八九十百]{1,5})[）)]\s*/;
const SUB_ITEM = /^(?:([0-9０-９]{1,3})[.．、]|[（(]([0-9０-９]{1,3})[）)])\s*/;

/**
 * 款, 项 and 目 of one article as `law_article.text` keeps it: a line per 款, per 项 and per 目.
 * A line that begins with （一） belongs to the 款 above it; the next line without a number is the next 款 (the practice of
 * drafting: text after a list is a paragraph of its own). A numbered line right under a 款 is an item of it.
 */
export function structureOf(articleText: string): Paragraph[] {
	const drafts: Draft[] = [];
	for (const line of articleText.split('\n').filter((one) => one !== '')) {
		const draft = drafts.at(-1);
		if (!draft || !addToList(draft, line)) drafts.push({ text: line, items: [], isArabic: false });
	}
	return drafts.map(({ text, items }, index) => ({ number: index + 1, text, items }));
}

interface Draft {
	readonly text: string;
	readonly items: { number: number; text: string; subItems: SubItem[] }[];
	/** Its items are numbered 1. 2. 3., so the next 1. is no 目. */
	isArabic: boolean;
}

/** Whether the line was an item or sub-item and now stands in the paragraph's list. */
function addToList(draft: Draft, line: string): boolean {
	const item = ITEM.exec(line);
	if (item) {
		draft.items.push({ number: readNumber(item[1]!)!, text: line.slice(item[0].length), subItems: [] });
		return true;
	}
	const sub = SUB_ITEM.exec(line);
	if (!sub) return false;
	const entry = { number: readNumber(sub[1] ?? sub[2]!)!, text: line.slice(sub[0].length) };
	const above = draft.items.at(-1);
	if (above && !draft.isArabic) above.subItems.push(entry);
	else {
		draft.isArabic = true;
		draft.items.push({ ...entry, subItems: [] });
	}
	return true;
}
