import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	integer,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { CITING_KINDS } from '#lib/law/domain/citing.ts';
import { VERDICTS } from '#lib/law/domain/standing.ts';
import { oneOf } from './one-of.ts';
import { person } from './identity.ts';
import { law } from './law.ts';

/** Which version of a citing piece is shown now. No row = it is not shown, and its citations count for nothing. */
export const citingPiece = pgTable(
	'citing_piece',
	{
		kind: text({ enum: Object.keys(CITING_KINDS) as [keyof typeof CITING_KINDS] }).notNull(),
		pieceId: text().notNull(),
		version: integer().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.kind, table.pieceId] }),
		check('citing_piece_kind', oneOf(table.kind, CITING_KINDS))
	]
);

/** Append-only (trigger): a piece that a change of law touched, waiting for legal review since `openedAt`. */
export const currencyReview = pgTable(
	'currency_review',
	{
		/** Computed from the columns below: see `reviewId` of the law room. */
		id: text().primaryKey(),
		kind: text({ enum: Object.keys(CITING_KINDS) as [keyof typeof CITING_KINDS] }).notNull(),
		pieceId: text().notNull(),
		pieceVersion: integer().notNull(),
		title: text().notNull(),
		asOf: date().notNull(),
		lawId: text()
			.notNull()
			.references(() => law.id),
		/** The version the piece cites. */
		fromVersion: date().notNull(),
		/** What took its place; null = nothing. */
		toLawId: text(),
		toVersion: date(),
		/** First day of the change. */
		since: date().notNull(),
		openedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		unique('currency_review_once')
			.on(table.kind, table.pieceId, table.pieceVersion, table.lawId, table.fromVersion, table.toLawId, table.toVersion)
			.nullsNotDistinct(),
		check('currency_review_kind', oneOf(table.kind, CITING_KINDS)),
		check('currency_review_to', sql`${table.toVersion} is null or ${table.toLawId} is not null`)
	]
);

/** Append-only (trigger): what legal reviewers decided; of several decisions on one review the last counts. */
export const currencyDecision = pgTable(
	'currency_decision',
	{
		reviewId: text()
			.notNull()
			.references(() => currencyReview.id),
		/** 1, 2, 3 … within the review: two who decide at once do not overwrite each other. */
		number: smallint().notNull(),
		verdict: text({ enum: Object.keys(VERDICTS) as [keyof typeof VERDICTS] }).notNull(),
		reason: text().notNull(),
		decidedBy: uuid()
			.notNull()
			.references(() => person.id),
		decidedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.reviewId, table.number] }),
		index().on(table.decidedBy),
		check('currency_decision_verdict', oneOf(table.verdict, VERDICTS)),
		check('currency_decision_reason', sql`length(${table.reason}) >= 6`),
		check('currency_decision_number', sql`${table.number} >= 1`)
	]
);
