import { sql } from 'drizzle-orm';
import {
	check,
	customType,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { IMPORT_STATES } from '#lib/law/domain/import-report.ts';
import type { ImportReport } from '#lib/law/domain/import-report.ts';
import { person } from './identity.ts';
import { lawVersion } from './law.ts';
import { oneOf } from './one-of.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

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

/** One upload of law texts, worked off in the background by any node; what is kept after its end is the report. */
export const lawImport = pgTable(
	'law_import',
	{
		id: uuid().primaryKey(),
		/** The uploaded file, or the first of several and how many. */
		name: text().notNull(),
		bytes: integer().notNull(),
		/** SHA-256 over all uploaded files: the same upload is not taken twice while it is open. */
		digest: text().notNull(),
		state: text({ enum: Object.keys(IMPORT_STATES) as [keyof typeof IMPORT_STATES] }).notNull(),
		/** How often a node began; a run that takes the node down with it must end some day. */
		attempts: smallint().notNull().default(0),
		filesDone: integer().notNull().default(0),
		filesTotal: integer(),
		report: jsonb().$type<ImportReport>(),
		/** Why it failed, for people. */
		fault: text(),
		uploadedBy: uuid()
			.notNull()
			.references(() => person.id),
		uploadedAt: timestamp({ withTimezone: true }).notNull(),
		finishedAt: timestamp({ withTimezone: true })
	},
	(table) => [
		check('law_import_state', oneOf(table.state, IMPORT_STATES)),
		uniqueIndex('law_import_open')
			.on(table.digest)
			.where(sql`${table.state} in ('waiting', 'running')`),
		index().on(table.uploadedAt)
	]
);

/** The uploaded bytes, kept until the import has ended. */
export const lawImportFile = pgTable(
	'law_import_file',
	{
		importId: uuid()
			.notNull()
			.references(() => lawImport.id, { onDelete: 'cascade' }),
		number: smallint().notNull(),
		name: text().notNull(),
		content: bytea().notNull()
	},
	(table) => [primaryKey({ columns: [table.importId, table.number] })]
);
