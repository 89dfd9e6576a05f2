import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { IndexedVersion } from '../domain/search/index-parts.ts';
import { type Lexicon, buildLexicon } from '../domain/search/lexicon.ts';
import { type Shelf, fillShelf } from '../domain/search/shelf.ts';
import { BYTES_PER_HOLDER, type TermWorth, weighTerm } from '../domain/search/term-worth.ts';
import { titleKey } from '../domain/title-key.ts';
import { KeptInBounds } from './kept-in-bounds.server.ts';
import * as repository from './repository/search.server.ts';

type VersionRow = Awaited<ReturnType<typeof repository.selectIndexedVersions>>[number];

export type Wording = Omit<Awaited<ReturnType<typeof repository.readWording>>[number], 'place'>;
const NO_WORDING: Wording = { label: null, text: null, heading: null, gist: null };

/** A version as search needs it. */
export interface KnownVersion extends IndexedVersion {
	readonly title: string;
	readonly titleKey: string;
	readonly kind: VersionRow['kind'];
	readonly inForceFrom: string | null;
	readonly inForceUntil: string | null;
}

/** One generation without its term lists. */
export interface Catalogue {
	readonly generation: number;
	readonly digest: string;
	readonly shelf: Shelf;
	readonly versions: readonly KnownVersion[];
	/** Titles and short titles (`titleKey`) → ids of laws. */
	readonly lawOf: ReadonlyMap<string, string>;
	/** `titleKey` of every version, one a line: most questions are in none of them, which one look tells. */
	readonly titles: string;
	/** What days and kinds admit (per version 1), by what was asked: nearly always the same. */
	readonly admissions: Map<string, Uint8Array>;
	/** Unpacked lists by term; null = nobody holds it. */
	readonly terms: KeptInBounds<TermWorth | null>;
}

// What a node keeps is named by the digest of what it was made of, so it can be old but never wrong: which digest counts is
// read from the database with every question.
const CATALOGUES = 2;
const TERM_BYTES = 60_000_000;
const WORDING_BYTES = 16_000_000;
/** Map entry, key and array headers, roughly. */
const ENTRY_BYTES = 700;
const catalogues = new Map<string, Catalogue>();
const lexicons = new Map<string, Lexicon>();
const wordingKept = new KeptInBounds<Wording>(WORDING_BYTES);

/** The catalogue of a generation; null = the generation was replaced meanwhile. */
export async function catalogueOf(ctx: Ctx, generation: number, digest: string): Promise<Catalogue | null> {
	const known = catalogues.get(digest);
	if (known) return known;
	const rows = await repository.selectIndexedVersions(ctx.db, generation);
	if (rows.length === 0) return null;
	const versions = rows.map(unpack);
	const lawOf = new Map(rows.flatMap(({ lawId, shortTitles }) => shortTitles.map((title) => [titleKey(title), lawId])));
	for (const { lawId, titleKey: key } of rows) lawOf.set(key, lawId);
	const titles = versions.map((one) => one.titleKey).join('\n');
	const shelf = fillShelf(versions);
	const kept = { admissions: new Map<string, Uint8Array>(), terms: new KeptInBounds<TermWorth | null>(TERM_BYTES) };
	return keep(catalogues, digest, { generation, digest, shelf, versions, lawOf, titles, ...kept });
}

export async function lexiconOf(ctx: Ctx, digest: string | null): Promise<Lexicon> {
	const name = digest ?? '';
	return lexicons.get(name) ?? keep(lexicons, name, buildLexicon(await repository.readLexicon(ctx.db)));
}

function keep<Value>(map: Map<string, Value>, name: string, value: Value): Value {
	map.set(name, value);
	for (const oldest of map.keys()) if (map.size > CATALOGUES) map.delete(oldest);
	return value;
}

const shorts = (bytes: Uint8Array) => new Uint16Array(Uint8Array.from(bytes).buffer);

function unpack({ articles, standings, ...row }: VersionRow): KnownVersion {
	const { textLengths, gistLengths, paths, pathLengths, ...plain } = row;
	return {
		...plain,
		...{ articles: articles.split(' '), standings: Uint8Array.from(standings) },
		...{ textLengths: shorts(textLengths), gistLengths: shorts(gistLengths) },
		...{ paths: shorts(paths), pathLengths: shorts(pathLengths) }
	};
}

/** The unpacked lists of some terms: kept ones at once, the others in one statement; a term that nobody holds is absent. */
export async function termsOf(
	ctx: Ctx,
	{ generation, shelf, terms: keptTerms }: Catalogue,
	terms: Iterable<string>
): Promise<Map<string, TermWorth>> {
	const found = new Map<string, TermWorth>();
	const missing: string[] = [];
	for (const term of terms) {
		const kept = keptTerms.get(term);
		if (kept === undefined) missing.push(term);
		else if (kept) found.set(term, kept);
	}
	if (missing.length === 0) return found;
	for (const { term, ...lists } of await repository.readTerms(ctx.db, generation, missing))
		found.set(term, weighTerm(lists, shelf));
	for (const term of missing) {
		const one = found.get(term) ?? null;
		keptTerms.set(term, one, bytesOf(one));
	}
	return found;
}

const bytesOf = (one: TermWorth | null) =>
	ENTRY_BYTES +
	(one ? [one.texts, one.gists, one.paths, one.titles] : []).reduce(
		(sum, { numbers }) => sum + numbers.length * BYTES_PER_HOLDER,
		0
	);

/** Label, text and gist of some documents, in their order. */
export async function wordingOf(ctx: Ctx, catalogue: Catalogue, documents: readonly number[]): Promise<Wording[]> {
	// With the number of the generation: texts are read after it was, so the same digest may come back with others.
	const nameOf = (document: number) => `${catalogue.generation} ${catalogue.digest} ${document}`;
	const found = new Map<number, Wording>();
	for (const document of documents) {
		const kept = wordingKept.get(nameOf(document));
		if (kept) found.set(document, kept);
	}
	const missing = documents.filter((document) => !found.has(document));
	if (missing.length > 0) {
		const places = missing.map((document) => placeOf(catalogue, document));
		for (const { place, ...one } of await repository.readWording(ctx.db, places)) {
			const document = missing[place]!;
			found.set(document, one);
			wordingKept.set(nameOf(document), one, bytesOfWording(one));
		}
	}
	return documents.map((document) => found.get(document) ?? NO_WORDING);
}

/** The article that a document of the index is. */
export function placeOf({ shelf, versions }: Catalogue, document: number) {
	const version = versions[shelf.versionOf[document]!]!;
	return { ...version, article: version.articles[document - version.firstDocument]! };
}

const BYTES_PER_CHARACTER = 2;
const bytesOfWording = ({ text, gist }: Wording) =>
	ENTRY_BYTES + ((text?.length ?? 0) + (gist?.length ?? 0)) * BYTES_PER_CHARACTER;
