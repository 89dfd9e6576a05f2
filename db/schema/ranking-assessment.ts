import { sql } from 'drizzle-orm';
import {
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
import type { Assessment } from '#lib/ranking/domain/assessment/assess.ts';
import { VERDICTS, type Verdict } from '#lib/ranking/domain/assessment/entry.ts';
import type { Figures } from '#lib/ranking/domain/assessment/formula.ts';
import { person, unit } from './identity.ts';
import { oneOf } from './one-of.ts';

const byPerson = () =>
	uuid()
		.notNull()
		.references(() => person.id);
const ofUnit = () =>
	uuid()
		.notNull()
		.references(() => unit.id);

/** Append-only (trigger): a figure that a unit reports for a period, with its proof. A correction is the next number. */
export const assessmentEntry = pgTable(
	'assessment_entry',
	{
		id: uuid().primaryKey(),
		unitId: ofUnit(),
		/** `2026-10`, `2026-Q4` or `2026`. */
		period: text().notNull(),
		/** Id of an indicator or of a veto in the scheme. */
		subject: text().notNull(),
		number: smallint().notNull(),
		schemeVersion: integer().notNull(),
		figures: jsonb().$type<Figures>().notNull(),
		account: text().notNull(),
		document: text().notNull(),
		documentOn: date().notNull(),
		link: text(),
		enteredBy: byPerson(),
		enteredAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		// Two tabs that correct the same entry cannot both become the next one.
		unique('assessment_entry_number').on(table.unitId, table.period, table.subject, table.number),
		unique('assessment_entry_writer').on(table.id, table.unitId, table.enteredBy),
		check('assessment_entry_counted', sql`${table.number} >= 1`)
	]
);

/** Append-only (trigger): what the second person decided about an entry, once. */
export const assessmentReview = pgTable(
	'assessment_review',
	{
		entryId: uuid().primaryKey(),
		/** Repeated from the entry, so that the database itself keeps four eyes on it. */
		unitId: ofUnit(),
		enteredBy: byPerson(),
		verdict: text({ enum: Object.keys(VERDICTS) as [Verdict] }).notNull(),
		/** Why it was sent back. */
		reason: text(),
		reviewedBy: byPerson(),
		/** The reviewer's unit on that day. */
		reviewerUnitId: ofUnit(),
		reviewedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		foreignKey({
			name: 'assessment_review_entry',
			columns: [table.entryId, table.unitId, table.enteredBy],
			foreignColumns: [assessmentEntry.id, assessmentEntry.unitId, assessmentEntry.enteredBy]
		}),
		check('assessment_review_verdict', oneOf(table.verdict, VERDICTS)),
		check('assessment_review_reason', sql`${table.verdict} <> 'returned' or coalesce(length(${table.reason}), 0) >= 4`),
		check('assessment_review_second_person', sql`${table.reviewedBy} <> ${table.enteredBy}`),
		check('assessment_review_other_unit', sql`${table.reviewerUnitId} <> ${table.unitId}`)
	]
);

/**
 * Append-only (trigger): a unit's result as it stood when its period was closed. What is reported later changes it only by the
 * next version, with the reason.
 */
export const assessmentClosing = pgTable(
	'assessment_closing',
	{
		unitId: ofUnit(),
		period: text().notNull(),
		/** The same for all units of a period. */
		version: smallint().notNull(),
		schemeVersion: integer().notNull(),
		assessment: jsonb().$type<Assessment>().notNull(),
		/** The entry that counted, by subject. */
		counts: jsonb().$type<Record<string, string>>().notNull(),
		reason: text().notNull(),
		closedBy: byPerson(),
		closedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.unitId, table.period, table.version] }),
		check('assessment_closing_reason', sql`${table.version} = 1 or length(${table.reason}) >= 4`)
	]
);
