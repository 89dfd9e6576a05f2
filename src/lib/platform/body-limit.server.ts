import type { IncomingMessage } from 'node:http';

const KB = 1024;

/** Largest body of a request, in bytes: few addresses take archives or pictures, all others take forms. */
export const BODY_LIMITS = {
	usual: 512 * KB,
	picture: 3 * KB * KB,
	table: 9 * KB * KB,
	largest: 66 * KB * KB
} as const;

const TAKES_FILES: readonly (readonly [RegExp, number])[] = [
	[/^\/admin\/laws(?:[/?]|$)/, BODY_LIMITS.largest],
	[/^\/studio\/import(?:[/?]|$)/, BODY_LIMITS.largest],
	[/^\/admin\/people\/import(?:[?]|$)/, BODY_LIMITS.table],
	[/^\/studio\/manuscripts\/[^/?]+\/images(?:[/?]|$)/, BODY_LIMITS.picture]
];

/** Whether a request must be refused unread. A body that does not say its length counts as too large where files are not taken. */
export function isTooLarge({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): boolean {
	if (method === 'GET' || method === 'HEAD') return false;
	const limit = TAKES_FILES.find(([address]) => address.test(url ?? ''))?.[1];
	const length = headers['content-length'];
	if (length === undefined) return headers['transfer-encoding'] !== undefined && limit === undefined;
	return Number(length) > (limit ?? BODY_LIMITS.usual);
}
