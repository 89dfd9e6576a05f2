import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Headers between our HTTP server and Kit's handler; whatever a client sends under these names is overwritten. */
export const PRIVATE_HEADERS = {
	protocol: 'x-leitai-protocol',
	host: 'x-leitai-host',
	address: 'x-leitai-address'
} as const;

export interface RequestOrigin {
	readonly protocol: 'http' | 'https';
	readonly host: string;
	readonly address: string;
}

/**
 * Under which address the user reached us, and from where. Derived per request, because one bureau types `localhost`,
 * the server's name and its number alike. `x-forwarded-*` count only if a proxy in front is trusted, and of a list only
 * the last entry, which that proxy itself has added.
 */
export function originOf(headers: IncomingHttpHeaders, peer: string | undefined, trustProxy: boolean): RequestOrigin {
	const forwarded = (name: string) => (trustProxy ? lastOf(headers[`x-forwarded-${name}`]) : '');
	const address = forwarded('for');
	return {
		protocol: forwarded('proto').toLowerCase() === 'https' ? 'https' : 'http',
		host: forwarded('host') || (headers.host ?? ''),
		address: plainAddress(isIP(address) > 0 ? address : (peer ?? '0.0.0.0'))
	};
}

function lastOf(header: string | string[] | undefined): string {
	const text = Array.isArray(header) ? header.join(',') : (header ?? '');
	return text.slice(text.lastIndexOf(',') + 1).trim();
}

/** IPv4 as four numbers even where the socket speaks IPv6. */
function plainAddress(address: string): string {
	return address.startsWith('::ffff:') ? address.slice(7) : address;
}
