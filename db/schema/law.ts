import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	unique
} from 'drizzle-orm/pg-core';
import { LAW_KINDS, TEXT_STATES } from '#lib/law/domain/law-kinds.ts';
import { oneOf } from './one-of.ts';

export const law = pgTable(
	'law',
	{
		id: text().primaryKey(),
		title: text().notNull(),
		shortTitles: text().array().notNull(),
		/** What titles are compared by: see `titleKey` of the law room. Two texts with one key are versions of one law. */
		titleKey: text().notNull(),
		kind: text({ enum: Object.keys(LAW_KINDS) as [keyof typeof LAW_KINDS] }).notNull(),
		/** Of its file in `content/law`; null = known by an imported text only. */
		digest: text()
	},
	(table) => [unique().on(table.titleKey), check('law_kind', oneOf(table.kind, LAW_KINDS))]
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
		/** A file of `content/law` lists this version; what it states then stands over what an import finds. */
		isStated: boolean().notNull().default(false),
		/** Dates in force as the file states them; `inForceFrom` and `inForceUntil` are settled from them and the texts. */
		statedFrom: date(),
		statedUntil: date(),
		text: text({ enum: Object.keys(TEXT_STATES) as [keyof typeof TEXT_STATES] }).notNull(),
		articles: integer(),
		note: text(),
		/** The other law that took its place when it ended (an id; it may be loaded later); null = none. */
		replacedBy: text(),
		/** SHA-256 of the imported text, hex; null = no official text here. */
		textDigest: text(),
		/** Where the text came from, as the import was told: path inside the archive or folder. */
		textSource: text(),
		/** The dated lines under the title, one a line; empty without an imported text. */
		history: text().notNull().default('')
	},
	(table) => [
		primaryKey({ columns: [table.lawId, table.version] }),
		check('law_version_text', oneOf(table.text, TEXT_STATES))
	]
);

/** Headings of an imported text (编 章 节), in order. */
export const lawSection = pgTable(
	'law_section',
	{
		lawId: text().notNull(),
		version: date().notNull(),
		/** 0, 1, 2 … in the order of the text. */
		position: smallint().notNull(),
		/** 1 = outermost heading of this text. */
		level: smallint().notNull(),
		heading: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.lawId, table.version, table.position] }),
		foreignKey({
			columns: [table.lawId, table.version],
			foreignColumns: [lawVersion.lawId, lawVersion.version]
		}).onDelete('cascade')
	]
);

/** One article of an imported text: official wording, one line per 款 and per 项; `structureOf` reads the levels. */
export const lawArticle = pgTable(
	'law_article',
	{
		lawId: text().notNull(),
		version: date().notNull(),
		/** `97`, `134-1`; for texts without articles see `TEXT_UNITS` of the law room. */
		article: text().notNull(),
		/** 0, 1, 2 … in the order of the text. */
		position: integer().notNull(),
		/** As the text writes it: 第九十七条, 一、, 序言, 附件. */
		label: text().notNull(),
		/** Position of the innermost heading above it; null = before any heading. */
		section: smallint(),
		text: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.lawId, table.version, table.article] }),
		foreignKey({
			columns: [table.lawId, table.version],
			foreignColumns: [lawVersion.lawId, lawVersion.version]
		}).onDelete('cascade')
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
