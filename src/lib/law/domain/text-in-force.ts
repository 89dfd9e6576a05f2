import { type Day, formatDay } from '#lib/shared/time.ts';
import type { InForce } from './law-text.ts';
import { datePattern, daysIn, firstDay } from './text-dates.ts';

/**
 * The date in force of one version, found only in its own text.
 *
 * | the text says                                             | date in force                                              |
 * | --------------------------------------------------------- | ---------------------------------------------------------- |
 * | closing article: 本法自D起施行, D not before the version   | D                                                          |
 * | a dated line under the title: D 施行, 自D起施行            | D, if not before the version                               |
 * | closing article: 自公布之日起施行, text never amended      | the day of the line that tells of 公布 or 发布, if there is one |
 * | D before the version                                      | unknown: D is when the law first came into force           |
 * | anything else                                             | unknown                                                    |
 *
 * An amended text repeats the closing article of the first one, so its D says nothing about the amendment.
 */
export function findInForce(version: Day, history: readonly string[], closing: readonly string[]): InForce {
	const stated = [
		...closing.flatMap((line) => daysIn(CLOSING, line).map((from) => ({ from, line }))),
		...history.flatMap((line) => statedInHistory(line).map((from) => ({ from, line })))
	];
	const found = stated.find(({ from }) => from >= version);
	if (found) return { ...found, why: null };
	const onPublication = closing.find((line) => ON_PUBLICATION.test(line));
	if (onPublication !== undefined) return publication(version, history, onPublication);
	const first = stated[0];
	const why = first
		? `文本写的${formatDay(first.from)}早于这一版的日期，是首次施行日，不是这一版的施行日`
		: '文本没有写施行日期';
	return { from: null, line: first?.line ?? null, why };
}

const VERB = '(?:施行|实施|生效|执行)';
const CLOSING = datePattern(`本[^，。；：“”]{0,20}?(?:自|从|于)\\s*DATE\\s*(?:零时)?\\s*起?\\s*(?:正式|开始)?${VERB}`);
const DATED_LINE = datePattern(`(?:^|自\\s*)DATE\\s*(?:起|零时起)?\\s*${VERB}`);
const ON_PUBLICATION = new RegExp(
	`本[^，。；：“”]{0,20}?(?:自|从)(?:修订)?(?:公布|发布|颁布|印发|批准)之日起?(?:正式|开始)?${VERB}`
);
const PUBLISHED = /公布|发布|颁布/;

/** Dates in force that a line under the title gives. */
function statedInHistory(line: string): Day[] {
	const direct = daysIn(DATED_LINE, line);
	if (direct.length > 0) return direct;
	const day = firstDay(line);
	const withPublication = /(?:公布|发布)\s*(?:并|自(?:公布|发布)之日起?)?\s*(?:施行|实施)$/.test(line);
	return day && withPublication ? [day] : [];
}

function publication(version: Day, history: readonly string[], line: string): InForce {
	if (history.some((one) => /修正|修订|修改/.test(one))) {
		const why = '文本写“自公布之日起施行”，但已经修正过：这一版的施行日期文本没有写';
		return { from: null, line, why };
	}
	const days = history.filter((one) => PUBLISHED.test(one)).flatMap((one) => firstDay(one) ?? []);
	const day = days.findLast((one) => one >= version);
	if (day) return { from: day, line, why: null };
	return { from: null, line, why: '文本写“自公布之日起施行”，但没有写公布的日期' };
}
