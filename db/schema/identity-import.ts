import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Mapping } from '#lib/identity/domain/import/fields.ts';
import { IMPORT_SOURCES, IMPORT_STATES } from '#lib/identity/domain/import/import-states.ts';
import type { Decision, PersonValues, Verdict } from '#lib/identity/domain/import/judgement.ts';
import type { Table } from '#lib/shared/table.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

/** One table of people: a draft is read, mapped and decided about; confirmed, only what it did is kept. */
export const personImport = pgTable(
	'person_import',
	{
		id: uuid().primaryKey(),
		/** Name of the file. */
		name: text().notNull(),
		/** SHA-256 of its bytes. */
		digest: text().notNull(),
		source: text({ enum: Object.keys(IMPORT_SOURCES) as [keyof typeof IMPORT_SOURCES] }).notNull(),
		state: text({ enum: Object.keys(IMPORT_STATES) as [keyof typeof IMPORT_STATES] }).notNull(),
		/** What was read, without numbers of identity cards; null as soon as the import has ended. */
		content: jsonb().$type<Table>(),
		/** Null = no row of heads was recognised. */
		mapping: jsonb().$type<Mapping>(),
		makesUnits: boolean().notNull(),
		/** By number of the row. */
		decisions: jsonb().$type<Record<number, Decision>>().notNull(),
		/** What it did, when it was confirmed. */
		counts: jsonb().$type<Record<Verdict, number>>(),
		uploadedBy: uuid().references(() => person.id),
		uploadedAt: timestamp({ withTimezone: true }).notNull(),
		finishedAt: timestamp({ withTimezone: true }),
		undoneBy: uuid().references(() => person.id),
		undoneAt: timestamp({ withTimezone: true })
	},
	(table) => [
		check('person_import_state', oneOf(table.state, IMPORT_STATES)),
		check('person_import_source', oneOf(table.source, IMPORT_SOURCES)),
		check('person_import_content', sql`(${table.content} is null) = (${table.state} <> 'draft')`),
		index().on(table.finishedAt)
	]
);

/** What a confirmed import did to one person; gone when it is undone. */
export const personImportChange = pgTable(
	'person_import_change',
	{
		importId: uuid()
			.notNull()
			.references(() => personImport.id),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		row: integer().notNull(),
		/** Null = the person is new. */
		before: jsonb().$type<PersonValues>(),
		after: jsonb().$type<PersonValues>().notNull(),
		/** Ids of the roles that came with it. */
		grants: jsonb().$type<string[]>().notNull()
	},
	(table) => [primaryKey({ columns: [table.importId, table.personId] }), index().on(table.personId)]
);
