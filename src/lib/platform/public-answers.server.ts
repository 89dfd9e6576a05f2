import type { IncomingMessage, RequestListener } from 'node:http';
import { KeptAnswer } from './kept-answer.server.ts';
import { PRIVATE_HEADERS } from './request-origin.server.ts';
import { collectAnswer } from './whole-answer.server.ts';

/** So long a node goes on with what it has rendered: what is withdrawn is gone from it after that (decision 0033). */
export const FRESH_MILLISECONDS = 5000;
/** Addresses kept at once, the oldest go first; and what is larger is rendered each time. */
const MOST_KEPT = 500;
const LARGEST_BYTES = 512 * 1024;

/** Everything under it is the same for everybody. */
export const isPublicPath = (url: string) => /^\/public(?:[/?]|$)/.test(url);

/**
 * Stands before Kit for `/public`: no cookie reaches a page there, and a page that says it may be kept by anybody is kept
 * here for some seconds, with a strong tag for each encoding. Query and fragment say nothing there, so they are dropped.
 */
export function keepPublicAnswers(handler: RequestListener, now = () => performance.now()): RequestListener {
	const kept = new Map<string, { readonly answer: KeptAnswer; readonly until: number }>();
	return (request, response) => {
		delete request.headers.cookie;
		delete request.headers.authorization;
		const path = pathOf(request);
		if (path === null) return handler(request, response);
		const held = { tags: request.headers['if-none-match'], since: request.headers['if-modified-since'] };
		// Two names of one server are two pages: their texts name the address.
		const key = `${String(request.headers[PRIVATE_HEADERS.protocol])}://${String(request.headers[PRIVATE_HEADERS.host])}${path}`;
		const known = kept.get(key);
		if (known && known.until > now()) return known.answer.send(request, response, held);
		collectAnswer(response, (whole) => {
			const mayKeep = whole.status === 200 && /\bpublic\b/.test(String(whole.headers['cache-control']));
			if (!mayKeep || whole.headers['set-cookie'] !== undefined) {
				kept.delete(key);
				response.writeHead(whole.status, { ...whole.headers, vary: 'accept-encoding' }).end(whole.body);
				return;
			}
			const made = new KeptAnswer(whole);
			// What was compressed stays compressed.
			const answer = known?.answer.isSame(made) ? known.answer : made;
			kept.delete(key);
			if (whole.body.length <= LARGEST_BYTES) kept.set(key, { answer, until: now() + FRESH_MILLISECONDS });
			if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
			answer.send(request, response, held);
		});
		asWhole(request, path);
		handler(request, response);
	};
}

/** The path of what may be kept; null for anything that is sent or is no page: Kit answers it each time. */
function pathOf({ method, url = '' }: IncomingMessage): string | null {
	const path = url.split('?', 1)[0]!;
	const isRead = method === 'GET' || method === 'HEAD';
	return isRead && !/__(data\.json|route\.js)$/.test(path) ? path : null;
}

/** The same request without conditions: what is kept must be whole. */
function asWhole(request: IncomingMessage, path: string): void {
	request.method = 'GET';
	request.url = path;
	delete request.headers['if-none-match'];
	delete request.headers['if-modified-since'];
}
