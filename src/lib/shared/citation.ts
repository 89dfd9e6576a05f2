import { chineseNumber } from './chinese-number.ts';

/** A reference to 条·款·项 of a law; `article` is `97`, or `134-1` for 第一百三十四条之一. */
export interface Citation {
	readonly law: string;
	readonly article: string;
	readonly paragraph?: number | undefined;
	readonly item?: number | undefined;
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
export const ARTICLE = /^[1-9]\d{0,3}(-[1-9]\d?)?$/;

const ADDRESS = /^law:([a-z0-9-]+)\/([1-9]\d{0,3}(?:-[1-9]\d?)?)(?:\/([1-9]\d?))?(?:\/([1-9]\d?))?$/;

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
