import type { IncomingMessage } from 'node:http';

/** The same symbol in both bundles. */
const ROUTE = Symbol.for('leitai.route');
type Noted = IncomingMessage & { [ROUTE]?: string };

/** Says which route answered a request: the application knows it, the HTTP server measures it. */
export function noteRoute(request: IncomingMessage | undefined, id: string | null): void {
	if (request) (request as Noted)[ROUTE] = id ?? 'none';
}

export const routeOf = (request: IncomingMessage): string | undefined => (request as Noted)[ROUTE];
