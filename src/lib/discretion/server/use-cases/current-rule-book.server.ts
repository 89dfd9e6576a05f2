import { readLexiconFiles } from '#lib/law/server/use-cases/lexicon.server.ts';
import { buildLexicon } from '#lib/law/domain/search/lexicon.ts';
import { readFolder } from '#lib/platform/content-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';
import { SourceFinder } from '../../domain/calculator-links.ts';
import { type ProvisionIndex, buildProvisionIndex } from '../../domain/calculator-search.ts';
import type { RuleBook } from '../../domain/decision.ts';
import { readRuleBook } from './rule-book.server.ts';

const USUAL = 'default';
const NO_RULES: ReadonlySet<string> = new Set();

/** A rule book with what pages look up in it. */
export interface ReadyBook {
	readonly book: RuleBook;
	readonly finder: SourceFinder;
}

/** The files as this process read them on the first request; a new release restarts the process. */
let books: ReadonlyMap<string, ReadyBook> | null = null;
let index: ProvisionIndex | null = null;

/** Every place with its book, the usual one first. Provisions are read once and shared. */
export function currentRuleBooks(): ReadonlyMap<string, ReadyBook> {
	books ??= readBooks(projectRoot());
	return books;
}

/** The provisions of the land, for looking up by words. */
export function currentProvisionIndex(): ProvisionIndex {
	if (index) return index;
	const { book } = currentRuleBooks().get(USUAL)!;
	const { lexicon } = readLexiconFiles(projectRoot());
	index = buildProvisionIndex(book.provisions.values(), book.frame.laws, buildLexicon(lexicon.entries));
	return index;
}

function readBooks(root: string): Map<string, ReadyBook> {
	const usual = readRuleBook(root, USUAL, null);
	if (!usual) throw new Error(`no jurisdiction ${USUAL}`);
	const others = readFolder(root, 'content/discretion/jurisdictions', '.yaml')
		.map(({ name }) => name)
		.filter((name) => name !== USUAL);
	const ready = new Map([[USUAL, readyBook(usual)]]);
	for (const name of others) {
		const tables = readRuleBook(root, name, NO_RULES);
		if (tables) ready.set(name, readyBook({ ...tables, provisions: usual.provisions }));
	}
	return ready;
}

const readyBook = (book: RuleBook): ReadyBook => ({ book, finder: new SourceFinder(book) });
