import {
	boolean,
	check,
	date,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp
} from 'drizzle-orm/pg-core';
import type { BundleBody } from '#lib/arena/domain/bundle/bundle.ts';
import { type Area, ORIGINS, STATUSES } from '#lib/shared/piece.ts';
import { oneOf } from './one-of.ts';

/** A moot case; `currentVersion` null = nothing published. */
export const arenaBundle = pgTable('arena_bundle', {
	id: text().primaryKey(),
	currentVersion: integer()
});

/** Immutable once written: hearings and rehearsals point to the version that was argued. */
export const arenaBundleVersion = pgTable(
	'arena_bundle_version',
	{
		id: text()
			.notNull()
			.references(() => arenaBundle.id),
		version: integer().notNull(),
		digest: text().notNull(),
		origin: text({ enum: Object.keys(ORIGINS) as [keyof typeof ORIGINS] }).notNull(),
		status: text({ enum: Object.keys(STATUSES) as [keyof typeof STATUSES] }).notNull(),
		title: text().notNull(),
		lead: text().notNull(),
		industry: text().notNull(),
		areas: text().array().$type<Area[]>().notNull(),
		difficulty: smallint().notNull(),
		/** Kept for matches. */
		isReserved: boolean().notNull(),
		decidedOn: date().notNull(),
		/** The text it was read from. */
		source: text(),
		body: jsonb().$type<BundleBody>().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.id, table.version] }),
		check('arena_bundle_version_origin', oneOf(table.origin, ORIGINS)),
		check('arena_bundle_version_status', oneOf(table.status, STATUSES))
	]
);
