import { date, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { lawVersion } from './law.ts';

/** One imported file: a whole version of a law, or one part of it (民法典 comes by its books). */
export const lawText = pgTable(
	'law_text',
	{
		lawId: text().notNull(),
		version: date().notNull(),
		/** Second title of a law in several files; '' = the whole law. */
		part: text().notNull(),
		/** Path from the known folder on: a file from the same place replaces, one from elsewhere must say the same. */
		source: text().notNull(),
		/** SHA-256 of headings and wording; two files with one digest say the same. */
		digest: text().notNull(),
		/** SHA-256 of all that was read, dates and dated lines, too; the same = nothing to do. */
		readDigest: text().notNull(),
		/** The date in force that the text states for this version, the line it stands on, and what else the text says. */
		foundFrom: date(),
		foundLine: text(),
		foundWhy: text(),
		/** Dated lines under the title, one a line. */
		history: text().notNull(),
		/** Its articles lie at positions base, base + 1 …, its headings likewise. */
		base: integer().notNull(),
		articles: integer().notNull(),
		sections: integer().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.lawId, table.version, table.part] }),
		foreignKey({
			columns: [table.lawId, table.version],
			foreignColumns: [lawVersion.lawId, lawVersion.version]
		}).onDelete('cascade')
	]
);
