/**
 * A part of a page that only the server renders: the browser gets its HTML, and nothing to render it again from.
 * Only with a data request does the HTML travel as data; otherwise the page holds it already, and `html` – seen by the
 * renderer, not by whoever writes the data down – is left out.
 */
export interface ServerPart {
	readonly html?: string;
}
