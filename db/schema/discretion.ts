import { check, date, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ProvisionFile } from '#lib/discretion/domain/provision.ts';
import { PIECE_KINDS, type TableFile } from '#lib/discretion/domain/table-file.ts';
import { ORIGINS, STATUSES } from '#lib/shared/piece.ts';
import { oneOf } from './one-of.ts';

/** A row of the penalty table, a benchmark, a jurisdiction or the frame; `currentVersion` null = nothing in use. */
export const discretionPiece = pgTable(
	'discretion_piece',
	{
		/** `awsf-97-1-3-…`; other kinds carry theirs: `jurisdiction/default`. */
		id: text().primaryKey(),
		kind: text({ enum: Object.keys(PIECE_KINDS) as [keyof typeof PIECE_KINDS] }).notNull(),
		currentVersion: integer()
	},
	(table) => [check('discretion_piece_kind', oneOf(table.kind, PIECE_KINDS))]
);

/** Immutable once written: decisions and answers name the version that they were computed with. */
export const discretionVersion = pgTable(
	'discretion_version',
	{
		id: text()
			.notNull()
			.references(() => discretionPiece.id),
		version: integer().notNull(),
		digest: text().notNull(),
		origin: text({ enum: Object.keys(ORIGINS) as [keyof typeof ORIGINS] }).notNull(),
		status: text({ enum: Object.keys(STATUSES) as [keyof typeof STATUSES] }).notNull(),
		title: text().notNull(),
		/** The penalty article of a provision; null for other kinds. */
		lawId: text(),
		article: text(),
		/** Days in which an act must have ended; null for other kinds, `validTo` null = until further notice. */
		validFrom: date(),
		validTo: date(),
		body: jsonb().$type<ProvisionFile['body'] | TableFile['body']>().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.id, table.version] }),
		index().on(table.lawId, table.article),
		check('discretion_version_origin', oneOf(table.origin, ORIGINS)),
		check('discretion_version_status', oneOf(table.status, STATUSES))
	]
);
