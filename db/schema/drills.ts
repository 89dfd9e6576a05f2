import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Answer, ItemBody } from '#lib/drills/domain/item.ts';
import { ITEM_TYPES } from '#lib/drills/domain/item.ts';
import { DRILL_KINDS, SET_KINDS } from '#lib/drills/domain/kinds.ts';
import type { Pick } from '#lib/drills/domain/pick.ts';
import { ORIGINS, STATUSES } from '#lib/shared/piece.ts';
import { oneOf } from './one-of.ts';
import { person } from './identity.ts';

/** A question of the bank; `currentVersion` null = nothing published. `kind` is that of the current version, so that counting reads no texts. */
export const item = pgTable(
	'item',
	{
		id: text().primaryKey(),
		currentVersion: integer(),
		kind: text({ enum: Object.keys(DRILL_KINDS) as [keyof typeof DRILL_KINDS] })
	},
	(table) => [
		check('item_kind', oneOf(table.kind, DRILL_KINDS)),
		check('item_kind_of_current', sql`(${table.kind} is null) = (${table.currentVersion} is null)`)
	]
);

/** Immutable once written: answers point to the version that was asked. */
export const itemVersion = pgTable(
	'item_version',
	{
		id: text()
			.notNull()
			.references(() => item.id),
		version: integer().notNull(),
		digest: text().notNull(),
		origin: text({ enum: Object.keys(ORIGINS) as [keyof typeof ORIGINS] }).notNull(),
		status: text({ enum: Object.keys(STATUSES) as [keyof typeof STATUSES] }).notNull(),
		title: text().notNull(),
		kind: text({ enum: Object.keys(DRILL_KINDS) as [keyof typeof DRILL_KINDS] }).notNull(),
		type: text({ enum: Object.keys(ITEM_TYPES) as [keyof typeof ITEM_TYPES] }).notNull(),
		difficulty: smallint().notNull(),
		/** The text it was read from; null = from before texts were kept. */
		source: text(),
		body: jsonb().$type<ItemBody>().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.id, table.version] }),
		check('item_version_origin', oneOf(table.origin, ORIGINS)),
		check('item_version_status', oneOf(table.status, STATUSES)),
		check('item_version_kind', oneOf(table.kind, DRILL_KINDS)),
		check('item_version_type', oneOf(table.type, ITEM_TYPES)),
		check('item_version_difficulty', sql`${table.difficulty} between 1 and 5`)
	]
);

/** A set of questions drawn for one officer; the draw and its reasons are kept. */
export const drillSet = pgTable(
	'drill_set',
	{
		id: uuid().primaryKey(),
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		kind: text({ enum: Object.keys(SET_KINDS) as [keyof typeof SET_KINDS] }).notNull(),
		/** The legal day (Asia/Shanghai) the set was drawn for. */
		day: date().notNull(),
		picks: jsonb().$type<Pick[]>().notNull(),
		seed: integer().notNull(),
		startedAt: timestamp({ withTimezone: true }).notNull(),
		finishedAt: timestamp({ withTimezone: true })
	},
	(table) => [
		uniqueIndex('drill_set_one_daily')
			.on(table.officerId, table.day)
			.where(sql`${table.kind} = 'daily'`),
		index().on(table.officerId, table.startedAt),
		index('drill_set_open')
			.on(table.day)
			.where(sql`${table.finishedAt} is null`),
		check('drill_set_kind', oneOf(table.kind, SET_KINDS))
	]
);

/** Append-only (trigger): one answer for each question of a set; the first one stands. */
export const drillAnswer = pgTable(
	'drill_answer',
	{
		setId: uuid()
			.notNull()
			.references(() => drillSet.id),
		position: smallint().notNull(),
		officerId: uuid().notNull(),
		itemId: text().notNull(),
		itemVersion: smallint().notNull(),
		answer: jsonb().$type<Answer>().notNull(),
		/** 0–100 */
		mark: smallint().notNull(),
		answeredAt: timestamp({ withTimezone: true }).notNull(),
		/** Whole days since the officer's previous answer to this item; null = never answered before. */
		daysSinceLast: smallint(),
		/** Whole days since the first fully right answer; null = never right before. */
		daysSinceFirstSuccess: smallint(),
		wasDue: boolean().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.setId, table.position] }),
		check('drill_answer_mark', sql`${table.mark} between 0 and 100`)
	]
);

/** The forgetting curve of one officer for one item (FSRS). */
export const memoryCard = pgTable(
	'memory_card',
	{
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		itemId: text()
			.notNull()
			.references(() => item.id),
		due: timestamp({ withTimezone: true }).notNull(),
		stability: real().notNull(),
		difficulty: real().notNull(),
		reps: smallint().notNull(),
		lapses: smallint().notNull(),
		state: smallint().notNull(),
		lastReview: timestamp({ withTimezone: true }).notNull(),
		firstSuccessAt: timestamp({ withTimezone: true }),
		lastMark: smallint().notNull(),
		lastSetId: uuid().notNull(),
		lastPosition: smallint().notNull()
	},
	(table) => [primaryKey({ columns: [table.officerId, table.itemId] })]
);

/**
 * An item that another room wants an officer to answer again (a wrong answer in a case study). It is due until the next
 * answer to it and changes nothing of the memory: nobody has been asked the item there.
 */
export const drillPrompt = pgTable(
	'drill_prompt',
	{
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		itemId: text()
			.notNull()
			.references(() => item.id),
		/** Where it came from, as the reason says it: 案例《…》. */
		source: text().notNull(),
		promptedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [primaryKey({ columns: [table.officerId, table.itemId] })]
);
