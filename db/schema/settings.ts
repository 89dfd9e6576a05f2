import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { VERDICTS, type Verdict } from '#lib/settings/domain/change.ts';
import type { SettingValue } from '#lib/settings/domain/setting.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

const byPerson = () =>
	uuid()
		.notNull()
		.references(() => person.id);
const instant = () => timestamp({ withTimezone: true }).notNull();

/** Append-only (trigger): every change of every setting; the last one that counts is in force, before the first the preset. */
export const settingChange = pgTable(
	'setting_change',
	{
		key: text().notNull(),
		/** Counts from 1 within the key. */
		number: integer().notNull(),
		/** What was in force before, for whoever reads the history without the program of that time. */
		before: jsonb().$type<SettingValue>().notNull(),
		value: jsonb().$type<SettingValue>().notNull(),
		/** Whether it counts only with a decision `confirmed`. */
		needsSecond: boolean().notNull(),
		reason: text().notNull(),
		/** Of a local figure: the document, and its day. */
		source: text(),
		sourceOn: date(),
		changedBy: byPerson(),
		changedAt: instant()
	},
	(table) => [
		primaryKey({ columns: [table.key, table.number] }),
		unique('setting_change_writer').on(table.key, table.number, table.changedBy),
		check('setting_change_number', sql`${table.number} > 0`),
		check('setting_change_reason', sql`length(${table.reason}) >= 4`),
		check('setting_change_source', sql`(${table.source} is null) = (${table.sourceOn} is null)`)
	]
);

/** Append-only (trigger): what the second person said to a change, once. */
export const settingDecision = pgTable(
	'setting_decision',
	{
		key: text().notNull(),
		number: integer().notNull(),
		/** Repeated from the change, so that the database itself keeps four eyes on it. */
		changedBy: byPerson(),
		verdict: text({ enum: Object.keys(VERDICTS) as [Verdict] }).notNull(),
		reason: text().notNull(),
		decidedBy: byPerson(),
		decidedAt: instant()
	},
	(table) => [
		primaryKey({ columns: [table.key, table.number] }),
		foreignKey({
			name: 'setting_decision_change',
			columns: [table.key, table.number, table.changedBy],
			foreignColumns: [settingChange.key, settingChange.number, settingChange.changedBy]
		}),
		check('setting_decision_verdict', oneOf(table.verdict, VERDICTS)),
		check(
			'setting_decision_second_person',
			sql`(${table.verdict} = 'withdrawn') = (${table.decidedBy} = ${table.changedBy})`
		),
		check('setting_decision_reason', sql`${table.verdict} <> 'refused' or length(${table.reason}) >= 4`)
	]
);

/** Append-only (trigger): a year's holiday notice as it was imported; the last version of a year counts. */
export const calendarYear = pgTable(
	'calendar_year',
	{
		year: smallint().notNull(),
		version: integer().notNull(),
		/** Days off with their feast, and make-up working days; all of the year. */
		days: jsonb().$type<{ day: string; works: boolean; name: string }[]>().notNull(),
		/** Title and number of the notice, and its day. */
		source: text().notNull(),
		sourceOn: date().notNull(),
		importedBy: byPerson(),
		importedAt: instant()
	},
	(table) => [
		primaryKey({ columns: [table.year, table.version] }),
		check('calendar_year_year', sql`${table.year} between 2000 and 2999`),
		check('calendar_year_days', sql`jsonb_typeof(${table.days}) = 'array'`),
		check('calendar_year_source', sql`length(${table.source}) >= 4`)
	]
);
