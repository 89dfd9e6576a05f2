import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { WholeAnswer } from './whole-answer.server.ts';

const TEXT = /^(text\/|application\/(json|xml|atom\+xml)|image\/svg\+xml)/;
/** Made anew with each answer; the last one tells only robots of prerendering that a page is a page. */
const OWN = new Set(['etag', 'vary', 'content-length', 'content-encoding', 'date', 'connection', 'x-sveltekit-page']);

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 18 } };
/** Once a text and not once an answer, so they may take longer than `compress.server.ts`. */
const ENCODE = {
	identity: (bytes: Buffer) => bytes,
	gzip: (bytes: Buffer) => gzipSync(bytes),
	br: (bytes: Buffer) => brotliCompressSync(bytes, BROTLI)
};
type Encoding = keyof typeof ENCODE;

/** An answer in one encoding, ready for the socket. */
interface Form {
	readonly tag: string;
	readonly body: Buffer;
	/** Names and values in turn, as `writeHead` takes them. */
	readonly head: readonly string[];
	readonly unchanged: readonly string[];
}

/** What a client already has. */
export interface Held {
	readonly tags: string | undefined;
	readonly since: string | undefined;
}

/** An answer that is the same for everybody, by the digest of its text. */
export class KeptAnswer {
	readonly #forms = new Map<Encoding, Form>();
	readonly #digest: string;
	readonly #headers: readonly string[];
	readonly #lastModified: string;

	constructor(private readonly answer: WholeAnswer) {
		const { headers, body } = answer;
		this.#digest = createHash('sha256').update(body).digest('hex').slice(0, 32);
		this.#headers = Object.entries(headers).flatMap(([name, value]) => (OWN.has(name) ? [] : [name, String(value)]));
		this.#lastModified = String(headers['last-modified'] ?? '');
	}

	isSame(other: KeptAnswer): boolean {
		return this.#digest === other.#digest && this.#headers.join('\n') === other.#headers.join('\n');
	}

	send(request: IncomingMessage, response: ServerResponse, held: Held): void {
		const form = this.#formFor(String(request.headers['accept-encoding'] ?? ''));
		if (this.#isHeld(held, form.tag)) response.writeHead(304, form.unchanged as string[]).end();
		else response.writeHead(200, form.head as string[]).end(form.body);
	}

	/** A tag counts whatever encoding it was given for, and weak ones as well: a proxy that compresses makes them so. */
	#isHeld({ tags, since }: Held, tag: string): boolean {
		if (tags === undefined) {
			return since !== undefined && this.#lastModified !== '' && Date.parse(since) >= Date.parse(this.#lastModified);
		}
		if (tags === tag || tags === '*') return true;
		return [...tags.matchAll(/"([0-9a-f]+)(?:-\w+)?"/g)].some(([, digest]) => digest === this.#digest);
	}

	#formFor(accepted: string): Form {
		const { headers, body } = this.answer;
		const isText = TEXT.test(String(headers['content-type'] ?? ''));
		const encoding = isText ? encodingFor(accepted) : 'identity';
		const known = this.#forms.get(encoding);
		if (known) return known;
		const encoded = ENCODE[encoding](body);
		const tag = encoding === 'identity' ? `"${this.#digest}"` : `"${this.#digest}-${encoding}"`;
		const common = ['etag', tag, 'vary', 'accept-encoding'];
		const form = {
			...{ tag, body: encoded },
			head: [
				...this.#headers,
				...common,
				...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
				...['content-length', String(encoded.length)]
			],
			unchanged: [...common, ...this.#only('cache-control'), ...this.#only('last-modified')]
		};
		this.#forms.set(encoding, form);
		return form;
	}

	#only(name: string): string[] {
		const value = this.answer.headers[name];
		return value === undefined ? [] : [name, String(value)];
	}
}

function encodingFor(accepted: string): Encoding {
	if (/\bbr\b(?!;q=0)/.test(accepted)) return 'br';
	return /\bgzip\b(?!;q=0)/.test(accepted) ? 'gzip' : 'identity';
}
