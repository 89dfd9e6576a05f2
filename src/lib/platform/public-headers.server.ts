/**
 * What a public page says to browsers and proxies. A browser asks each time and mostly hears 304; a proxy keeps it for a minute
 * and may show it half a minute longer while it asks. So what is withdrawn is gone everywhere after about a minute and a half.
 */
const CACHE_CONTROL = 'public, max-age=0, s-maxage=60, stale-while-revalidate=30';

/** For `setHeaders` of a public page. @param changedAt null = nothing there has ever changed */
export function publicHeaders(changedAt: Date | null): Record<string, string> {
	const lastModified = changedAt && { 'last-modified': changedAt.toUTCString() };
	return { 'cache-control': CACHE_CONTROL, ...lastModified };
}
