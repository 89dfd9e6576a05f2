import type { Day } from '#lib/shared/time.ts';
import { chineseNumber } from '#lib/shared/chinese-number.ts';

/** `二〇二六年十一月二十二日`, the way a file is dated. */
export function fileDay(day: Day): string {
	const [year, month, date] = day.split('-');
	const digits = year!.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)]!);
	return `${digits}年${chineseNumber(Number(month))}月${chineseNumber(Number(date))}日`;
}
