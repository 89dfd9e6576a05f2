import { sql } from 'drizzle-orm';
import {
	boolean,
	customType,
	date,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import type { LexiconEntry } from '#lib/law/domain/search/lexicon.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** One built index of all articles (decision 0015). Written whole, then made current; nothing of it ever changes. */
export const searchGeneration = pgTable(
	'law_search_generation',
	{
		generation: integer().primaryKey(),
		/** Of everything that was read for it; the same digest needs no new index. */
		digest: text().notNull(),
		documents: integer().notNull(),
		builtAt: timestamp({ withTimezone: true }).notNull(),
		current: boolean().notNull()
	},
	(table) => [
		uniqueIndex()
			.on(table.current)
			.where(sql`current`)
	]
);

/**
 * Which articles hold a term: packed lists, see `PostingWriter` of the law room.
 * No foreign key: checking 190,000 rows would cost more than writing them, and only the rebuild writes or removes any.
 */
export const searchTerm = pgTable(
	'law_search_term',
	{
		generation: integer().notNull(),
		/** A Chinese character, a pair of them, a Latin word or a number. */
		term: text().notNull(),
		/** Articles whose text or gist holds it. */
		documents: integer().notNull(),
		texts: bytea().notNull(),
		gists: bytea().notNull(),
		paths: bytea().notNull(),
		titles: bytea().notNull()
	},
	(table) => [primaryKey({ columns: [table.generation, table.term] })]
);

/** The articles of one version in the index; lists are little-endian integers, one per article (`IndexedVersion`). */
export const searchVersion = pgTable(
	'law_search_version',
	{
		generation: integer().notNull(),
		number: smallint().notNull(),
		lawId: text().notNull(),
		version: date().notNull(),
		firstDocument: integer().notNull(),
		firstPath: integer().notNull(),
		titleLength: smallint().notNull(),
		/** Article ids, separated by blanks. */
		articles: text().notNull(),
		textLengths: bytea().notNull(),
		gistLengths: bytea().notNull(),
		standings: bytea().notNull(),
		paths: bytea().notNull(),
		pathLengths: bytea().notNull()
	},
	(table) => [primaryKey({ columns: [table.generation, table.number] })]
);

/** Everyday words and the legal words for them: one row, what `content/law-search` says. */
export const searchLexicon = pgTable('law_search_lexicon', {
	id: smallint().primaryKey().default(1),
	digest: text().notNull(),
	entries: jsonb().$type<readonly LexiconEntry[]>().notNull()
});
