import { type CitationText, type Quote, sourceSpan } from './citation-text.ts';
import type { TitleBook, TitleMatch } from './title-book.ts';
import { titleKey } from './title-key.ts';

/** A law as a text names it. */
export interface NamedLaw {
	/** As written, without 《》. */
	readonly title: string;
	readonly key: string;
	/** What the book of titles has for it; null = not in the book, or there by its name only. */
	readonly law: string | null;
	/** Offset in the source at which it is named; -1 = given from outside. */
	readonly at: number;
	/** The year after the title, 《安全生产法》（2014年修正）. */
	readonly edition?: number;
}

/** What a title at a place leads to: a law, or a paper that is none. */
export interface Naming {
	readonly law: NamedLaw | null;
	/** Where the title stands in the signs. */
	readonly from: number;
	readonly to: number;
}

/** Names that laws end in; what is quoted and ends otherwise is a form, a contract, a rule of the house. */
const LAW_ENDING =
	/(?:法|法典|条例|办法|规定|规则|细则|解释|通则|准则|宪法|修正案(?:\([^)]*\))?|公约|基准)(?:\(试行\))?$/;
const CIRCULAR = /关于.+(?:决定|决议|意见|通知|批复|公告|答复|纪要|复函|函)(?:\([^)]*\))?$/;
const OF_A_HOUSE = /公司(?!法)|集团|本厂|我厂|本院|车间|奖惩|考勤/;
/** 2002年通过，2021年修正: the last year is the one that names the version. */
const LAST_YEAR = /(?:19|20)\d\d(?!.*(?:19|20)\d\d)/;
const EDITION_TAIL = /\((?:(?:19|20)\d\d)[^()]*\)$/;
/** A law of a province has the same last words as the national one. */
const LOCAL = /[省市县区州旗]/;

export function readQuoted(text: CitationText, quote: Quote, books: readonly TitleBook[]): Naming {
	const inside = text.signs.slice(quote.from, quote.to);
	const edition = EDITION_TAIL.exec(inside);
	const plain = edition ? inside.slice(0, edition.index) : inside;
	const known = lookUp(inside, books) ?? lookUp(plain, books);
	const { from, to } = quote;
	if (!known && (!(LAW_ENDING.test(plain) || CIRCULAR.test(plain)) || OF_A_HOUSE.test(plain)))
		return { law: null, from, to };
	const title = edition ? quote.inside.replace(/\s*[（(][^（(]*$/, '') : quote.inside;
	const named = { title: title.trim(), key: known?.key ?? titleKey(plain), law: known?.law ?? null };
	const year = edition ? { edition: Number(LAST_YEAR.exec(edition[0])![0]) } : {};
	return { law: { ...named, at: text.at[from]!, ...year }, from, to };
}

function lookUp(title: string, books: readonly TitleBook[]) {
	for (const book of books) {
		const found = book.get(title);
		if (found) return found;
	}
	return null;
}

/** The longest title of the books that begins at `from`, without 《》 around it. */
export function readUnquoted(text: CitationText, from: number, books: readonly TitleBook[]): Naming | null {
	let match: TitleMatch | null = null;
	for (const book of books) {
		const found = book.find(text.signs, from);
		if (found && (!match || found.end > match.end)) match = found;
	}
	if (!match) return null;
	const to = match.end;
	const { start, end } = sourceSpan(text, from, to);
	const isLocal = from > 0 && LOCAL.test(text.signs[from - 1]!);
	if (isLocal) return { law: null, from, to };
	const title = text.source
		.slice(start, end)
		.replace(/^[《〈]|[》〉]$/g, '')
		.trim();
	return { law: { title: balance(title), key: match.key, law: match.law, at: start }, from, to };
}

/** A title whose inner 《》 lost its partner to the trimming gets it back; a sign that only was opened twice goes. */
function balance(title: string): string {
	const opened = title.split(/[《〈]/).length - title.split(/[》〉]/).length;
	if (opened > 0 && /^[《〈]/.test(title)) return balance(title.slice(1).trim());
	return opened > 0 ? `${title}》` : opened < 0 ? `《${title}` : title;
}

/** What stands between a title and the article: a note in brackets, 的, a chapter. */
export interface TitleTail {
	readonly to: number;
	readonly edition?: number;
	/** Another name that the note gives: （以下简称《处罚法》）. */
	readonly alias?: string;
	/** Nothing but notes in between: a number without 第 may follow. */
	readonly isTight: boolean;
}

const NOTE = /["”’]?\((?!第)([^()\n]{1,80}(?:\([^()\n]{1,40}\)[^()\n]{0,40})?)\)/y;
const ALIAS = /(?:简称|下称|统称)(?:为|:)?["“‘]?([^"”’,，;；()]{2,20})/;
const LINK = /["”’]?(?:中的|里的|的|中|里|之|\((?=第))?/y;
const CHAPTER = /第[零〇一二三四五六七八九十百\d]{1,5}(?:分编|编|章|节)(?:的)?/y;

export function readTail(signs: string, from: number): TitleTail {
	let to = from;
	let tail: Omit<TitleTail, 'to' | 'isTight'> = {};
	const take = (pattern: RegExp) => {
		pattern.lastIndex = to;
		const match = pattern.exec(signs);
		if (match) to = pattern.lastIndex;
		return match;
	};
	for (let note = take(NOTE); note; note = take(NOTE)) {
		const alias = ALIAS.exec(note[1]!)?.[1];
		const year = alias ? null : LAST_YEAR.exec(note[1]!);
		tail = { ...tail, ...(alias ? { alias } : {}), ...(year ? { edition: Number(year[0]) } : {}) };
	}
	const afterNotes = to;
	take(LINK);
	const isTight = to === afterNotes;
	for (let count = 0; count < 3 && take(CHAPTER); count++);
	return { ...tail, to, isTight };
}
