import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/**
 * Kit answers with a stream of its own, which costs twice the memory and time of Node's for ten thousand listeners
 * (decision 0046). So a route that has decided who may listen answers with a ticket, the HTTP server finds it and gives the
 * raw response back to the application, past Kit. The two are bundles without a common module: an event of the process.
 */
const TICKET = 'x-leitai-ticket';
const EVENT = 'leitai:stream';

interface Handed {
	readonly ticket: string;
	readonly response: ServerResponse;
}
type Bus = {
	on(event: string, listener: (handed: Handed) => void): void;
	emit(event: string, handed: Handed): boolean;
	listenerCount(event: string): number;
};
const bus = process as unknown as Bus;

type Take = (response: ServerResponse) => void;
const waiting = new Map<string, Take>();
/** Kit's answer follows at once; whatever was cut off in between must not be kept. */
const MOST_WAITING = 1000;

/** For a route: the answer that makes the HTTP server hand its response over. */
export function handOver(take: Take): Response {
	if (bus.listenerCount(EVENT) === 0) {
		bus.on(EVENT, ({ ticket, response }) => {
			const taker = waiting.get(ticket);
			waiting.delete(ticket);
			if (taker) taker(response);
			else response.destroy();
		});
	}
	const ticket = randomUUID();
	waiting.set(ticket, take);
	if (waiting.size > MOST_WAITING) waiting.delete(waiting.keys().next().value!);
	return new Response(null, { headers: { [TICKET]: ticket } });
}

/** For the HTTP server: watches for a ticket in what the application answers. Everything else goes out as it is. */
export function watchForTicket(response: ServerResponse): void {
	const { writeHead, end } = response;
	response.writeHead = function (...given: unknown[]) {
		Object.assign(response, { writeHead, end });
		const ticket = response.getHeader(TICKET);
		if (typeof ticket !== 'string') return Reflect.apply(writeHead, response, given) as ServerResponse;
		// Kit believes that it has answered: what it still does to the response does nothing.
		response.end = () => response;
		for (const name of response.getHeaderNames()) response.removeHeader(name);
		queueMicrotask(() => bus.emit(EVENT, { ticket, response: asRaw(response) }));
		return response;
	};
}

/** The response without what stands round it (compression). */
function asRaw(response: ServerResponse): ServerResponse {
	for (const name of ['writeHead', 'write', 'end'] as const) Reflect.deleteProperty(response, name);
	return response;
}
