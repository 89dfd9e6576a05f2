import { projectRoot } from '#lib/platform/project-root.server.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { type DraftingContent, bookOf } from './use-cases/drafting-files.server.ts';
import { readDrafting } from './use-cases/rule-book.server.ts';

/** Files change with a start only, so a process reads them once, on the first request that needs them. */
let content: DraftingContent | null = null;
const books = new Map<string, RuleBook>();

/** Everything under `content/drafting` but the material, as this process read it. */
export function draftingContent(): DraftingContent {
	content ??= readDrafting(projectRoot());
	return content;
}

/** The rule book of a place; a piece names no place that is not there. */
export function ruleBookOf(place: string): RuleBook {
	const known = books.get(place);
	if (known) return known;
	const book = bookOf(draftingContent(), place);
	if (!book) throw new Error(`no place ${place}`);
	books.set(place, book);
	return book;
}
