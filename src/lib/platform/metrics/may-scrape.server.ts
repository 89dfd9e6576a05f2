import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
/** Whatever came through a proxy carries one of these, and a proxy on this machine comes from this machine. */
const BY_PROXY = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip'];

/** Whether a request may read the figures: by the token if there is one, else only from this machine and through no proxy. */
export function mayScrape({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, token: string): boolean {
	if (token !== '') return isSame(headers.authorization ?? '', `Bearer ${token}`);
	return LOOPBACK.test(socket.remoteAddress ?? '') && BY_PROXY.every((name) => headers[name] === undefined);
}

/** In the same time whatever is given: digests are of one length. */
function isSame(given: string, wanted: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(wanted));
}
