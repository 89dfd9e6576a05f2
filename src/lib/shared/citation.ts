/** A reference to 条·款·项 of a law; `article` is `97`, or `134-1` for 第一百三十四条之一. */
export interface Citation {
	readonly law: string;
	readonly article: string;
	readonly paragraph?: number | undefined;
	readonly item?: number | undefined;
}

const DIGITS = '零一二三四五六七八九';

/** 1–999 in Chinese as laws write it: 12 → 十二, 105 → 一百零五, 110 → 一百一十. */
export function chineseNumber(value: number): string {
	if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no article number: ${value}`);
	const hundreds = Math.floor(value / 100);
	const tens = Math.floor((value % 100) / 10);
	const ones = value % 10;
	const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : '';
	const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
	const middle = tens === 0 ? '' : tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`;
	return head + gap + middle + (ones > 0 ? DIGITS[ones] : '');
}

/** `第一百三十四条之一` from `134-1`. */
export function formatArticle(article: string): string {
	const [number, sub] = article.split('-').map(Number);
	return `第${chineseNumber(number!)}条${sub ? `之${chineseNumber(sub)}` : ''}`;
}

/** `第九十七条第一款第（三）项`, without the title of the law. */
export function formatReference({ article, paragraph, item }: Omit<Citation, 'law'>): string {
	const paragraphText = paragraph ? `第${chineseNumber(paragraph)}款` : '';
	return formatArticle(article) + paragraphText + (item ? `第（${chineseNumber(item)}）项` : '');
}

/** An article number as our files and addresses write it: `97`, or `134-1` for 第一百三十四条之一. */
export const ARTICLE = /^[1-9]\d{0,2}(-[1-9]\d?)?$/;

const ADDRESS = /^law:([a-z0-9-]+)\/([1-9]\d{0,2}(?:-[1-9]\d?)?)(?:\/([1-9]\d?))?(?:\/([1-9]\d?))?$/;

/** Reads the Markdown link target `law:work-safety-law/97/1/3`; null when it is not one. */
export function parseLawAddress(address: string): Citation | null {
	const match = ADDRESS.exec(address);
	if (!match) return null;
	const [, law, article, paragraph, item] = match;
	return {
		law: law!,
		article: article!,
		paragraph: paragraph ? Number(paragraph) : undefined,
		item: item ? Number(item) : undefined
	};
}

/** A key that orders 134 before 134-1 before 135. */
export function articlePosition(article: string): number {
	const [number, sub] = article.split('-').map(Number);
	return number! * 100 + (sub ?? 0);
}
