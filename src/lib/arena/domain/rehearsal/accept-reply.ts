import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Argument, Bundle } from '../bundle/bundle.ts';
import type { GivenReply } from './rehearsal.ts';

export const WORDS_LENGTH = 400;

export interface PostedReply {
	readonly reply: string;
	readonly exhibit: string;
	readonly law: string;
	readonly words: string;
}

/** `none` in a form: no exhibit is needed. Different from nothing chosen. */
export const NO_EXHIBIT = 'none';

/** Reads what came from the form; refused with the field that is missing or is not of this bundle. */
export function acceptReply(
	{ replies }: Argument,
	{ exhibits, lawPack }: Pick<Bundle, 'exhibits' | 'lawPack'>,
	posted: PostedReply
): Result<GivenReply> {
	const reply = /^\d$/.test(posted.reply) ? Number(posted.reply) : -1;
	if (!replies[reply]) return refuse('no-reply', '请先选一个回应。', 'reply');
	const isKnown = posted.exhibit === NO_EXHIBIT || exhibits.some(({ id }) => id === posted.exhibit);
	if (!isKnown) return refuse('no-exhibit', '请选一份证据；不需要证据的，选“不用证据”。', 'exhibit');
	if (!lawPack.some(({ key }) => key === posted.law)) return refuse('no-law', '请选一条法律依据。', 'law');
	if (posted.words.length > WORDS_LENGTH) return refuse('too-long', `自己写的话不超过 ${WORDS_LENGTH} 个字。`, 'words');
	const exhibit = posted.exhibit === NO_EXHIBIT ? '' : posted.exhibit;
	return ok({ reply, exhibit, law: posted.law, words: posted.words.trim() });
}
