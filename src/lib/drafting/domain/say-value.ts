import { ARTICLE, formatReference } from '#lib/shared/citation.ts';
import { readNumber } from '#lib/shared/read-number.ts';
import { formatDay, isDay, isMoment } from '#lib/shared/time.ts';
import type { Values } from './path.ts';
import { type RecordShape, type Shape, labelOfOption } from './shape.ts';
import { textOf } from './value.ts';

/** A value as a document writes it: 2026年6月10日, 35000元, 《安全生产法》第九十七条第（三）项. Empty when it is missing. */
export function sayValue(shape: Shape, value: unknown): string {
	if (value === undefined || value === null || value === '') return '';
	switch (shape.kind) {
		case 'enum':
			return labelOfOption(shape, textOf(value));
		case 'list':
			return itemsOf(value)
				.map((item) => sayValue(shape.of, item))
				.join('、');
		case 'record':
			return sayRecord(shape, Object(value) as Values);
		case 'scalar':
			return sayScalar(shape.scalar, value);
	}
}

function sayScalar(scalar: string, value: unknown): string {
	if (typeof value === 'boolean') return value ? '是' : '否';
	if (scalar === 'money') return `${Number(value)}元`;
	if (Array.isArray(value)) return value.map(String).join('、');
	return sayTime(String(value));
}

/** `2026年6月10日`, `2026年6月10日9时30分`; what is no time stays as it is. */
export function sayTime(text: string): string {
	if (isDay(text)) return formatDay(text);
	if (!isMoment(text)) return text;
	return `${formatDay(text.slice(0, 10))}${Number(text.slice(11, 13))}时${text.slice(14)}分`;
}

function sayRecord({ parts }: RecordShape, values: Values): string {
	if (Object.hasOwn(parts, 'article')) return sayCitation(values);
	const said = Object.entries(parts).flatMap(([key, { shape, label }]) => {
		const text = sayValue(shape, values[key]);
		return text === '' ? [] : [{ key, label, text }];
	});
	const [first, ...rest] = said;
	if (!first) return '';
	// 许知行（QL2026001）: a person is known by name, all else explains who that is.
	if (first.key !== 'name') return said.map(({ label, text }) => `${label}：${text}`).join('；');
	const isShort = rest.length <= 2;
	const about = rest.map(({ label, text }) => (isShort ? text : `${label}：${text}`));
	return about.length === 0 ? first.text : `${first.text}（${about.join(isShort ? '，' : '；')}）`;
}

/** Numbers may be typed as 97 or 第九十七条; a law without its marks gets them. */
export function sayCitation(citation: Values): string {
	const [law, article, paragraph, item] = ['law', 'article', 'paragraph', 'item'].map((key) => textIn(citation[key]));
	const title = law === '' ? '' : law!.replace(/^《?([^》]*)》?$/, '《$1》');
	const number = ARTICLE.test(article!) ? article! : numberIn(article!)?.toString();
	if (number === undefined) return title + article!;
	return title + formatReference({ article: number, paragraph: numberIn(paragraph!), item: numberIn(item!) });
}

const textIn = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

/** Undefined when it is none that an article, a paragraph or an item can have. */
function numberIn(text: string): number | undefined {
	const number = readNumber(text.replace(/[第条款项（）()]/g, ''));
	return number !== null && number >= 1 && number <= 9999 ? number : undefined;
}

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
