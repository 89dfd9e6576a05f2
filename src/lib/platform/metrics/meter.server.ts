import type { IncomingMessage, ServerResponse } from 'node:http';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { type Figure, askFigures } from './measure-bus.server.ts';
import { mayScrape } from './may-scrape.server.ts';
import { routeOf } from './route-note.server.ts';

const PATH = '/metrics';
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const METHODS = new Set(['GET', 'HEAD', 'POST']);

export interface Meter {
	/** Measures a request until its answer is out. @returns true when it answered itself, to whoever asked for the figures */
	take(request: IncomingMessage, response: ServerResponse): boolean;
}

/** Figures for Prometheus. This file, and with it the library, is only loaded where they are switched on. */
export function openMeter({ token, isStream }: { readonly token: string; isStream(url: string): boolean }): Meter {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const durations = new Histogram({
		name: 'leitai_http_request_duration_seconds',
		help: 'Requests by route, method and class of status; from the first header in to the last byte out',
		labelNames: ['route', 'method', 'status'] as const,
		buckets: BUCKETS,
		registers: [registry]
	});
	return {
		take: (request, response) => {
			const url = request.url ?? '';
			if (url === PATH || url.startsWith(`${PATH}?`)) {
				if (!mayScrape(request, token)) return false;
				void answer(registry, response);
				return true;
			}
			// A stream is open for hours by design.
			if (isStream(url)) return false;
			const begun = performance.now();
			response.once('close', () => {
				const method = METHODS.has(request.method ?? '') ? request.method! : 'other';
				const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'cut';
				durations.labels(routeOf(request) ?? unrouted(url), method, status).observe((performance.now() - begun) / 1000);
			});
			return false;
		}
	};
}

/** What the application was not asked for: files, and what the HTTP server answers itself. A few words, whatever is asked. */
function unrouted(url: string): string {
	if (url.startsWith('/_app/')) return 'file';
	if (url === '/healthz') return 'health';
	return url.startsWith('/public') ? 'public, kept' : 'other';
}

async function answer(registry: Registry, response: ServerResponse): Promise<void> {
	const { figures, failed } = await askFigures();
	const asked = new Registry();
	for (const [name, values] of byName(figures)) {
		const labelNames = Object.keys(values[0]!.labels ?? {});
		const gauge = new Gauge({ name, help: values[0]!.help, labelNames, registers: [asked] });
		for (const { labels = {}, value } of values) gauge.set({ ...labels }, value);
	}
	const help = 'Sources of figures that did not answer';
	new Gauge({ name: 'leitai_figures_failed', help, registers: [asked] }).set(failed);
	const text = `${await registry.metrics()}\n${await asked.metrics()}`;
	response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
	response.end(text);
}

type Known = Figure & { readonly value: number };

/** What is not known is left out: a gauge without a value would say 0. */
function byName(figures: readonly Figure[]): Map<string, Known[]> {
	const known = figures.filter((figure): figure is Known => figure.value !== null);
	const named = new Map<string, Known[]>();
	for (const figure of known) named.set(figure.name, [...(named.get(figure.name) ?? []), figure]);
	return named;
}
