import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { REHEARSAL_STAGES } from '#lib/arena/domain/bundle/bundle.ts';
import { SIDES } from '#lib/arena/domain/bundle/side.ts';
import type { AnsweredArgument } from '#lib/arena/domain/rehearsal/rehearsal.ts';
import { arenaBundleVersion } from './arena-bundles.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

/** One officer alone against the prepared arguments of a bundle; answers are appended one by one, the first stands. */
export const arenaRehearsal = pgTable(
	'arena_rehearsal',
	{
		id: uuid().primaryKey(),
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		bundleId: text().notNull(),
		bundleVersion: integer().notNull(),
		side: text({ enum: Object.keys(SIDES) as [keyof typeof SIDES] }).notNull(),
		stage: text({ enum: Object.keys(REHEARSAL_STAGES) as [keyof typeof REHEARSAL_STAGES] }).notNull(),
		/** Shuffles the replies. */
		seed: integer().notNull(),
		answers: jsonb().$type<AnsweredArgument[]>().notNull().default([]),
		startedAt: timestamp({ withTimezone: true }).notNull(),
		finishedAt: timestamp({ withTimezone: true }),
		/** 0–100; null until it is finished. */
		mark: smallint()
	},
	(table) => [
		foreignKey({
			name: 'arena_rehearsal_bundle',
			columns: [table.bundleId, table.bundleVersion],
			foreignColumns: [arenaBundleVersion.id, arenaBundleVersion.version]
		}),
		// A double click on “start” finds the rehearsal that the first one began.
		uniqueIndex('arena_rehearsal_one_open')
			.on(table.officerId, table.bundleId, table.side, table.stage)
			.where(sql`${table.finishedAt} is null`),
		index().on(table.officerId, table.startedAt),
		check('arena_rehearsal_side', oneOf(table.side, SIDES)),
		check('arena_rehearsal_stage', oneOf(table.stage, REHEARSAL_STAGES)),
		check('arena_rehearsal_mark', sql`${table.mark} between 0 and 100`),
		check('arena_rehearsal_finished', sql`(${table.mark} is null) = (${table.finishedAt} is null)`)
	]
);
