import type { PostedReply } from './domain/rehearsal/accept-reply.ts';

const textOf = (data: FormData, name: string): string => {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
};

/** Reads a posted round: which argument it answers, and what was picked and written. */
export function readReplyForm(data: FormData): PostedReply & { readonly argument: string } {
	return {
		argument: textOf(data, 'argument'),
		reply: textOf(data, 'reply'),
		exhibit: textOf(data, 'exhibit'),
		law: textOf(data, 'law'),
		words: textOf(data, 'words')
	};
}
