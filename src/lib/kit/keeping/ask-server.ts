import type { Posted } from '#lib/kit/posted.ts';

/** What came of asking the server. */
export type Asked<T> =
	| { readonly kind: 'done'; readonly data: T }
	/** It said no, with a sentence. */
	| { readonly kind: 'refused'; readonly fault: string }
	/** Nobody is signed in any more. */
	| { readonly kind: 'signed-out' }
	/** It could not be reached or failed: worth another try. */
	| { readonly kind: 'lost' };

const PATIENCE_MS = 15_000;

/** Asks an endpoint that answers in plain JSON (`Posted`). A body makes it a POST. `isLast`: the page is going away. */
export async function askServer<T>(
	address: string,
	{
		body,
		method = body === undefined ? 'GET' : 'POST',
		isLast = false
	}: { body?: unknown; method?: string; isLast?: boolean } = {}
): Promise<Asked<T>> {
	try {
		const response = await fetch(address, {
			...{ method, keepalive: isLast, signal: AbortSignal.timeout(PATIENCE_MS) },
			headers: { accept: 'application/json', 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		if (response.status === 401) return { kind: 'signed-out' };
		if (response.status >= 500) return { kind: 'lost' };
		const { data, fault } = (await response.json()) as Posted<T>;
		return response.ok ? { kind: 'done', data: data as T } : { kind: 'refused', fault: fault ?? '没有保存。' };
	} catch {
		return { kind: 'lost' };
	}
}
