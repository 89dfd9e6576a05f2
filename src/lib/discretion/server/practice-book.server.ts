import { projectRoot } from '#lib/platform/project-root.server.ts';
import type { RuleBook } from '../domain/decision.ts';
import type { CaseBook } from '../domain/generate/case-book.ts';
import { readCaseBook } from './use-cases/rule-book.server.ts';

/** Files change with a start only, so a process reads the book of a place once. */
const books = new Map<string, CaseBook>();

/** The rule book that attempts of a place are marked by, with the traps and the words of made cases. */
export function practiceBook(place: string): CaseBook {
	const known = books.get(place);
	if (known) return known;
	const book = readCaseBook(projectRoot(), place);
	if (!book) throw new Error(`no jurisdiction ${place}`);
	books.set(place, book);
	return book;
}

/** How an attempt names what it is marked by: `bracket-default-v1@1`. */
export const benchmarkName = ({ benchmark }: RuleBook): string => `${benchmark.id}@${benchmark.version}`;
