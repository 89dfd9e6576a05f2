import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { IndexedVersion, TermLists } from '../domain/search/index-parts.ts';
import { type Lexicon, buildLexicon } from '../domain/search/lexicon.ts';
import { type Shelf, fillShelf } from '../domain/search/shelf.ts';
import { titleKey } from '../domain/title-key.ts';
import * as repository from './repository/search.server.ts';

type VersionRow = Awaited<ReturnType<typeof repository.selectIndexedVersions>>[number];

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
	readonly shelf: Shelf;
	readonly versions: readonly KnownVersion[];
	/** Titles and short titles (`titleKey`) → ids of laws. */
	readonly lawOf: ReadonlyMap<string, string>;
	/** `titleKey` of every version, one a line: most questions are in none of them, which one look tells. */
	readonly titles: string;
	/** What days and kinds admit (per version 1), by what was asked: nearly always the same. */
	readonly admissions: Map<string, Uint8Array>;
}

// What a node keeps is named by the digest of what it was made of, so it can be old but never wrong: which digest counts is
// read from the database with every question.
const CATALOGUES = 2;
const LIST_BYTES = 40_000_000;
/** Map entry, key and array headers of one term, roughly. */
const ENTRY_BYTES = 700;
const catalogues = new Map<string, Catalogue>();
const lexicons = new Map<string, Lexicon>();
const lists = new Map<string, TermLists | null>();
let listBytes = 0;

/** The catalogue of a generation; null = the generation was replaced meanwhile. */
export async function catalogueOf(ctx: Ctx, generation: number, digest: string): Promise<Catalogue | null> {
	const kept = catalogues.get(digest);
	if (kept) return kept;
	const rows = await repository.selectIndexedVersions(ctx.db, generation);
	if (rows.length === 0) return null;
	const versions = rows.map(unpack);
	const lawOf = new Map(rows.flatMap(({ lawId, shortTitles }) => shortTitles.map((title) => [titleKey(title), lawId])));
	for (const { lawId, titleKey: key } of rows) lawOf.set(key, lawId);
	const titles = versions.map((one) => one.titleKey).join('\n');
	return keep(catalogues, digest, { shelf: fillShelf(versions), versions, lawOf, titles, admissions: new Map() });
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

/** The lists of some terms: kept ones at once, the others in one statement. */
export async function listsOf(
	ctx: Ctx,
	{ generation, digest }: { generation: number; digest: string },
	terms: readonly string[]
): Promise<Map<string, TermLists>> {
	const found = new Map<string, TermLists>();
	const missing: string[] = [];
	for (const term of terms) {
		const name = `${digest} ${term}`;
		const kept = lists.get(name);
		if (kept === undefined) missing.push(term);
		else {
			// Used again: to the young end.
			lists.delete(name);
			lists.set(name, kept);
			if (kept) found.set(term, kept);
		}
	}
	if (missing.length === 0) return found;
	for (const { term, ...row } of await repository.readTerms(ctx.db, generation, missing)) found.set(term, row);
	for (const term of missing) remember(`${digest} ${term}`, found.get(term) ?? null);
	return found;
}

const bytesOf = (one: TermLists | null) =>
	ENTRY_BYTES + (one ? one.texts.length + one.gists.length + one.paths.length + one.titles.length : 0);

function remember(name: string, one: TermLists | null): void {
	const before = lists.get(name);
	if (before !== undefined) listBytes -= bytesOf(before);
	lists.delete(name);
	lists.set(name, one);
	listBytes += bytesOf(one);
	for (const [oldest, list] of lists) {
		if (listBytes <= LIST_BYTES) break;
		lists.delete(oldest);
		listBytes -= bytesOf(list);
	}
}
