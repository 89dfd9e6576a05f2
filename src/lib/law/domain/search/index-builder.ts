import { shortTitle } from '../title-key.ts';
import {
	type ArticleToIndex,
	type IndexedVersion,
	STANDING_UNIT,
	type TermLists,
	type VersionToIndex
} from './index-parts.ts';
import { PostingWriter } from './postings.ts';
import { articlePenalty, mentionedLaws, standing } from './standing.ts';
import { TermCodes } from './term-codes.ts';

const FIELDS = ['texts', 'gists', 'paths', 'titles'] as const;
type Field = (typeof FIELDS)[number];
type Writers = Partial<Record<Field, PostingWriter>> & { documents: number; last: number };

interface OpenVersion {
	readonly about: VersionToIndex;
	readonly firstDocument: number;
	readonly firstPath: number;
	readonly titleLength: number;
	readonly articles: string[];
	readonly textLengths: number[];
	readonly gistLengths: number[];
	readonly penalties: number[];
	readonly paths: number[];
	readonly pathLengths: number[];
	readonly pathNumbers: Map<string, number>;
}

const MOST = 0xffff;
const MOST_BYTE = 0xff;
const NOTHING = new Uint8Array(0);
/** “第一章 ” and the like say nothing. */
const ORDINAL = /第[一二三四五六七八九十百]+(?:分编|编|章|节)\s*/g;

/** Takes versions and their articles one by one, in order, and gives back the packed index. */
export class IndexBuilder {
	readonly #codes = new TermCodes();
	readonly #terms = new Map<number, Writers>();
	readonly #versions: OpenVersion[] = [];
	readonly #cited = new Map<string, number>();
	#documents = 0;
	#paths = 0;

	get documents(): number {
		return this.#documents;
	}

	startVersion(about: VersionToIndex): void {
		const titleLength = this.#write('titles', this.#versions.length, shortTitle(about.title));
		this.#versions.push({
			...{ about, firstDocument: this.#documents, firstPath: this.#paths, titleLength },
			...{ articles: [], textLengths: [], gistLengths: [], penalties: [], paths: [], pathLengths: [] },
			pathNumbers: new Map()
		});
	}

	addArticle({ article, text, gist, path }: ArticleToIndex): void {
		const open = this.#versions.at(-1);
		if (!open) throw new Error('an article before its version');
		const document = this.#documents++;
		open.articles.push(article);
		open.textLengths.push(Math.min(MOST, this.#write('texts', document, text)));
		open.gistLengths.push(Math.min(MOST, this.#write('gists', document, gist)));
		open.penalties.push(articlePenalty(article, text));
		open.paths.push(this.#pathNumber(open, path));
		for (const key of mentionedLaws(text)) {
			if (key !== open.about.titleKey) this.#cited.set(key, (this.#cited.get(key) ?? 0) + 1);
		}
	}

	#pathNumber(open: OpenVersion, path: string): number {
		const known = open.pathNumbers.get(path);
		if (known !== undefined) return known;
		const number = open.pathLengths.length;
		open.pathLengths.push(this.#write('paths', this.#paths++, path.replace(ORDINAL, '')));
		open.pathNumbers.set(path, number);
		return number;
	}

	#write(field: Field, number: number, text: string): number {
		if (text === '') return 0;
		const { codes, length } = this.#codes.sorted(text);
		for (let at = 0; at < codes.length;) {
			const code = codes[at]!;
			let end = at + 1;
			while (codes[end] === code) end++;
			this.#add(this.#writersOf(code), field, { number, count: end - at });
			at = end;
		}
		return length;
	}

	#writersOf(code: number): Writers {
		let writers = this.#terms.get(code);
		if (!writers) this.#terms.set(code, (writers = { documents: 0, last: -1 }));
		return writers;
	}

	#add(writers: Writers, field: Field, { number, count }: { number: number; count: number }): void {
		(writers[field] ??= new PostingWriter()).add(number, count);
		if ((field === 'texts' || field === 'gists') && writers.last !== number) {
			writers.documents++;
			writers.last = number;
		}
	}

	/** Every term with its lists. */
	*terms(): Generator<TermLists & { readonly term: string }> {
		for (const [code, { documents, last: _, ...writers }] of this.#terms) {
			const lists = Object.fromEntries(FIELDS.map((field) => [field, writers[field]?.bytes ?? NOTHING]));
			yield { term: this.#codes.textOf(code), documents, ...(lists as Record<Field, Uint8Array>) };
		}
	}

	/** Every version; only now is it known how often each law is cited. */
	*versions(): Generator<IndexedVersion> {
		for (const { about, penalties, pathNumbers: _, ...open } of this.#versions) {
			const cited = this.#cited.get(about.titleKey) ?? 0;
			const standings = penalties.map((penalty) =>
				Math.min(MOST_BYTE, Math.round(standing(about, cited, penalty) * STANDING_UNIT))
			);
			const { lawId, version } = about;
			yield {
				...{ lawId, version, firstDocument: open.firstDocument, firstPath: open.firstPath },
				...{ titleLength: open.titleLength, articles: open.articles, standings: Uint8Array.from(standings) },
				...{ textLengths: Uint16Array.from(open.textLengths), gistLengths: Uint16Array.from(open.gistLengths) },
				...{ paths: Uint16Array.from(open.paths), pathLengths: Uint16Array.from(open.pathLengths) }
			};
		}
	}
}
