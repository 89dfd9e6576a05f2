import type { IncomingMessage } from 'node:http';

const KB = 1024;

/** Largest body of a request, in bytes: one address takes archives of law texts, all others take forms. */
export const BODY_LIMITS = { usual: 512 * KB, largest: 66 * KB * KB } as const;

const TAKES_FILES = /^\/admin\/laws(?:[/?]|$)/;

/** Whether a request must be refused unread. A body that does not say its length counts as too large where files are not taken. */
export function isTooLarge({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
	if (method === 'GET' || method === 'HEAD') return false;
	const takesFiles = TAKES_FILES.test(url ?? '');
	const length = headers['content-length'];
	if (length === undefined) return headers['transfer-encoding'] !== undefined && !takesFiles;
	return Number(length) > (takesFiles ? BODY_LIMITS.largest : BODY_LIMITS.usual);
}
