import type { RequestEvent } from '@sveltejs/kit';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { ServerPart } from '#lib/kit/server-part.ts';
import { KeptText, offerOf } from './kept-text.server.ts';

/** What Svelte would need to wake the part up; texts and attributes hold no `<`, so nothing else looks like it. */
const MARKS = /<!--.*?-->/gs;

/**
 * HTML of a component without state: nobody will ever run it in the browser. Its styles come with the page, which imports it
 * for nothing else.
 */
export const renderPart = <Props extends Record<string, unknown>>(component: Component<Props>, props: Props): string =>
	render(component as Component, { props }).body.replace(MARKS, '');

const KEPT_MILLISECONDS = 300_000;
/** Signs of all kept texts; with their bytes, plain and compressed, some three to five times as many bytes. */
const MOST_SIGNS = 8_000_000;
const kept = new Map<string, { text: KeptText; until: number }>();
let signs = 0;

/**
 * Rendered once and kept for some minutes on this node, with its compressed bytes.
 * @param key names everything that the HTML depends on, but for the wording of the law beside it
 */
export function keepPart(key: string, html: () => string): KeptText {
	const found = kept.get(key);
	if (found && found.until > performance.now()) return found.text;
	const text = new KeptText(html(), key);
	forget(key);
	for (const oldest of kept.keys()) {
		if (signs + text.text.length <= MOST_SIGNS) break;
		forget(oldest);
	}
	signs += text.text.length;
	kept.set(key, { text, until: performance.now() + KEPT_MILLISECONDS });
	return text;
}

function forget(key: string): void {
	signs -= kept.get(key)?.text.text.length ?? 0;
	kept.delete(key);
}

/** Kept texts that stand in a row, kept as one: it compresses better than its pieces. */
export function keepJoined(pieces: readonly KeptText[]): KeptText {
	if (pieces.length === 1) return pieces[0]!;
	return keepPart(pieces.map(({ key }) => key).join('\n'), () => pieces.map(({ text }) => text).join(''));
}

/** For a page or a data request: what the renderer puts in place of the part. Of a kept text it is only told where it goes. */
export function showPart({ isDataRequest, request, platform }: RequestEvent, piece: KeptText | string): ServerPart {
	const plain = typeof piece === 'string' ? piece : piece.text;
	// An enhanced form gets data as well.
	if (isDataRequest || request.headers.has('x-sveltekit-action')) return { html: plain };
	const offer = platform && offerOf(platform.req);
	const value = offer && typeof piece !== 'string' ? offer.take(piece) : plain;
	return Object.defineProperty({}, 'html', { value });
}
