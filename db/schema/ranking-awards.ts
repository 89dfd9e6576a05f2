import { sql } from 'drizzle-orm';
import {
	check,
	date,
	integer,
	index,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { Honour } from '#lib/ranking/domain/awards/honour.ts';
import { NOTICE_STATES, type NoticeState } from '#lib/ranking/domain/awards/notice.ts';
import type { Sheet } from '#lib/ranking/domain/awards/panel-scores.ts';
import { ACTS, type Act, type Detail } from '#lib/ranking/domain/awards/step.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

const byPerson = () =>
	uuid()
		.notNull()
		.references(() => person.id);

/** Append-only (trigger): a selection and the rules it was opened with; everything else of it stands in its steps. */
export const awardRun = pgTable(
	'award_run',
	{
		id: uuid().primaryKey(),
		honourId: text().notNull(),
		cycle: text().notNull(),
		honour: jsonb().$type<Honour>().notNull(),
		openedBy: byPerson(),
		openedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [unique('award_run_cycle').on(table.honourId, table.cycle)]
);

/** Append-only (trigger): what happened to a selection, in order; its state is computed from here and nowhere else. */
export const awardStep = pgTable(
	'award_step',
	{
		runId: uuid()
			.notNull()
			.references(() => awardRun.id),
		number: integer().notNull(),
		act: text({ enum: Object.keys(ACTS) as [Act] }).notNull(),
		personId: byPerson(),
		at: timestamp({ withTimezone: true }).notNull(),
		detail: jsonb().$type<Detail>().notNull()
	},
	(table) => [primaryKey({ columns: [table.runId, table.number] }), check('award_step_act', oneOf(table.act, ACTS))]
);

/** A sheet that is still being written; gone when it is signed. Nobody but its writer reads it. */
export const awardDraft = pgTable(
	'award_draft',
	{
		runId: uuid()
			.notNull()
			.references(() => awardRun.id),
		reviewerId: byPerson(),
		sheet: jsonb().$type<Sheet>().notNull(),
		savedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [primaryKey({ columns: [table.runId, table.reviewerId] })]
);

/**
 * What the public may read of an award, as it was approved; public pages read this table and no other.
 * The code opens nothing: it leads to what stands here anyway.
 */
export const awardNotice = pgTable(
	'award_notice',
	{
		/** The public id; leads to no person. */
		id: uuid().primaryKey(),
		runId: uuid()
			.notNull()
			.references(() => awardRun.id),
		/** The person, unit or case; what the certificate's address holds. */
		nominee: text().notNull(),
		/** Null where the nominee is no person. */
		nomineeId: uuid().references(() => person.id),
		state: text({ enum: Object.keys(NOTICE_STATES) as [NoticeState] }).notNull(),
		honour: text().notNull(),
		cycle: text().notNull(),
		name: text().notNull(),
		unitName: text().notNull(),
		deeds: text().notNull(),
		noticedOn: date().notNull(),
		/** Null while an objection is looked into. */
		lastDay: date(),
		/** How the last day came about. */
		explanation: text().notNull(),
		number: text(),
		publishedOn: date(),
		code: text().unique(),
		revokedOn: date(),
		reason: text(),
		changedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		unique('award_notice_subject').on(table.runId, table.nominee),
		check('award_notice_person', sql`${table.nomineeId} is null or ${table.nomineeId}::text = ${table.nominee}`),
		index('award_notice_by_state').on(table.state, table.publishedOn),
		check('award_notice_state', oneOf(table.state, NOTICE_STATES)),
		check(
			'award_notice_published',
			sql`(${table.state} in ('published', 'revoked')) = (${table.publishedOn} is not null and ${table.code} is not null and ${table.number} is not null)`
		),
		check(
			'award_notice_revoked',
			sql`(${table.state} = 'revoked') = (${table.revokedOn} is not null and ${table.reason} is not null)`
		)
	]
);
