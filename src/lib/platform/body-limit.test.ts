import { expect, test } from 'vitest';
import { BODY_LIMITS, isTooLarge } from './body-limit.server.ts';

const request = (method: string, url: string, headers: Record<string, string>) => ({ method, url, headers });
const length = (bytes: number) => ({ 'content-length': String(bytes) });

test.each([
	['a form', request('POST', '/login', length(200)), false],
	['a form at the limit', request('POST', '/login', length(BODY_LIMITS.usual)), false],
	['a form above it', request('POST', '/login', length(BODY_LIMITS.usual + 1)), true],
	['an archive where it belongs', request('POST', '/admin/laws?/upload', length(9_000_000)), false],
	['too large an archive', request('POST', '/admin/laws', length(BODY_LIMITS.largest + 1)), true],
	['a folder of manuscripts', request('POST', '/studio/import', length(9_000_000)), false],
	['a picture', request('POST', '/studio/manuscripts/x/images', length(2_100_000)), false],
	['too large a picture', request('POST', '/studio/manuscripts/x/images', length(BODY_LIMITS.picture + 1)), true],
	['a manuscript', request('POST', '/studio/manuscripts/x/save', length(2_100_000)), true],
	['an address that only begins alike', request('POST', '/admin/lawsuit', length(9_000_000)), true],
	['no length', request('POST', '/login', { 'transfer-encoding': 'chunked' }), true],
	['no length where files are taken', request('POST', '/admin/laws', { 'transfer-encoding': 'chunked' }), false],
	['no body', request('POST', '/login', {}), false],
	['a page', request('GET', '/laws', {}), false]
])('%s', (_, given, wanted) => {
	expect(isTooLarge(given)).toBe(wanted);
});
