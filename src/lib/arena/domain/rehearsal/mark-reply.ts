import type { Argument } from '../bundle/bundle.ts';
import type { GivenReply } from './rehearsal.ts';

/** What each pick is worth, 100 in all: what is said weighs as much as what it rests on. */
export const WORTH = { reply: 50, exhibit: 25, law: 25 } as const;

export interface ReplyMark {
	readonly reply: number;
	readonly exhibit: number;
	readonly law: number;
	/** 0–100. */
	readonly total: number;
}

/** Marks one reply from the data of the argument; the sentence of one's own is not marked. */
export function markReply({ replies, met }: Argument, given: Pick<GivenReply, 'reply' | 'exhibit' | 'law'>): ReplyMark {
	const isNoneRight = met.exhibits.length === 0;
	const hasExhibit = given.exhibit === '' ? isNoneRight : met.exhibits.includes(given.exhibit);
	const reply = ((replies[given.reply]?.worth ?? 0) * WORTH.reply) / 100;
	const exhibit = hasExhibit ? WORTH.exhibit : 0;
	const law = met.law.includes(given.law) ? WORTH.law : 0;
	return { reply, exhibit, law, total: reply + exhibit + law };
}
