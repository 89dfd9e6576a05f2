import { type Day, addDays, formatShortDay, instantOf } from '#lib/shared/time.ts';
import type { Digest } from './digest.ts';

/** From this minute on a day's digests are written. */
export const MAIL_CLOCK = '07:30';
/** So long after each failed try the next one follows, minutes; after the last one it is given up. */
export const RETRY_MINUTES = [10, 30, 60, 120] as const;
export const MOST_TRIES = RETRY_MINUTES.length + 1;
/** A sending that has not come back after so long was cut off: its node is gone. */
export const CUT_OFF_MINUTES = 15;
/** Letters and their addresses are kept this long, days. */
export const KEPT_DAYS = 60;

export interface Letter {
	readonly subject: string;
	readonly body: string;
}

/** What goes out: kinds and numbers, no name and no content, because mail is read by many machines. Null = nothing to say. */
export function letterOf({ waiting, news, count }: Digest, day: Day): Letter | null {
	if (count === 0) return null;
	const unread = news.filter(({ isRead }) => !isRead);
	const lines = [
		...waiting.map(({ label, count: n, due }) => `${label}：${n} 项${due ? `（${formatShortDay(due)}）` : ''}`),
		...[...new Set(unread.map(({ label }) => label))].map(
			(label) => `${label}：${unread.filter((one) => one.label === label).length} 条`
		)
	];
	return {
		subject: `擂台：${count} 项（${formatShortDay(day)}）`,
		body: [...lines, '', '登录擂台，从右上角的铃铛进去看。', '不想再收：我的 → 通知 → 邮件。', ''].join('\n')
	};
}

/** Why a server did not take a letter, as far as the protocol says. */
export interface SendFault {
	/** Of the server's reply; null = there was none. */
	readonly response: number | null;
	/** Words for the log and for the administrator; without the letter. */
	readonly words: string;
}

export type Fate = { readonly nextTryAt: Date } | { readonly deadBecause: string };

/**
 * What becomes of a letter that was not taken. A server that refuses for good (5xx) is not asked again; one that says later (4xx)
 * is, with growing pauses. Without a reply nobody knows whether it was taken: better no digest than two.
 * @param tries with this one
 */
export function fateOf(
	{ response, words }: SendFault,
	{ tries, now }: { readonly tries: number; readonly now: Date }
): Fate {
	if (response === null) return { deadBecause: `没有回音，不能确定是否已发出，不再发：${words}` };
	if (response >= 500) return { deadBecause: `邮件服务器拒收：${words}` };
	const pause = RETRY_MINUTES[tries - 1];
	if (pause === undefined) return { deadBecause: `试了 ${tries} 次都没有发出：${words}` };
	return { nextTryAt: new Date(now.getTime() + pause * 60_000) };
}

/** A digest of yesterday is of no use: everything that was written before this is given up. */
export const staleBefore = (today: Day): Date => instantOf(today);
export const forgetBefore = (today: Day): Date => instantOf(addDays(today, -KEPT_DAYS));
