import { check, date, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { LAW_KINDS, TEXT_STATES } from '#lib/law/domain/law-kinds.ts';
import { oneOf } from './one-of.ts';

export const law = pgTable(
	'law',
	{
		id: text().primaryKey(),
		title: text().notNull(),
		shortTitles: text().array().notNull(),
		kind: text({ enum: Object.keys(LAW_KINDS) as [keyof typeof LAW_KINDS] }).notNull(),
		digest: text().notNull()
	},
	(table) => [check('law_kind', oneOf(table.kind, LAW_KINDS))]
);

/** One text of a law between two dates. `inForceFrom` null = no source gives the date (shown as such, never guessed). */
export const lawVersion = pgTable(
	'law_version',
	{
		lawId: text()
			.notNull()
			.references(() => law.id),
		/** Date of adoption or of the latest amendment. */
		version: date().notNull(),
		inForceFrom: date(),
		inForceUntil: date(),
		text: text({ enum: Object.keys(TEXT_STATES) as [keyof typeof TEXT_STATES] }).notNull(),
		articles: integer(),
		note: text()
	},
	(table) => [
		primaryKey({ columns: [table.lawId, table.version] }),
		check('law_version_text', oneOf(table.text, TEXT_STATES))
	]
);

/** What an article says, in our own words, for the versions it was checked against. */
export const articleGist = pgTable(
	'article_gist',
	{
		lawId: text()
			.notNull()
			.references(() => law.id),
		article: text().notNull(),
		version: date().notNull(),
		heading: text().notNull(),
		gist: text().notNull(),
		/** `134-1` sorts after `134`: number × 100 + sub-number. */
		position: integer().notNull()
	},
	(table) => [primaryKey({ columns: [table.lawId, table.version, table.article] })]
);

/** Every reference from anything that is shown to an article: written only by `registerCitations`. */
export const citation = pgTable(
	'citation',
	{
		kind: text().notNull(),
		pieceId: text().notNull(),
		pieceVersion: integer().notNull(),
		number: smallint().notNull(),
		lawId: text()
			.notNull()
			.references(() => law.id),
		article: text().notNull(),
		paragraph: smallint(),
		item: smallint(),
		asOf: date().notNull(),
		/** The law version the citation resolved to on `asOf`. */
		version: date().notNull(),
		/** Title of the citing piece, for lists. */
		title: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.kind, table.pieceId, table.pieceVersion, table.number] }),
		index().on(table.lawId, table.article)
	]
);
