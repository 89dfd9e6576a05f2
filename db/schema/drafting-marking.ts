import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	numeric,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { FieldComment, Levels } from '#lib/drafting/domain/marking/mark-sheet.ts';
import { OUTCOMES } from '#lib/drafting/domain/marking/objection.ts';
import { draftingPieceVersion, draftSubmission } from './drafting.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

const mark = () => numeric({ precision: 4, scale: 1, mode: 'number' });

/** One person marking one document that was handed in. Once given it is never changed (trigger). */
export const marking = pgTable(
	'marking',
	{
		id: uuid().primaryKey(),
		draftId: uuid()
			.notNull()
			.references(() => draftSubmission.draftId),
		/** 1 and 2 mark at first, 3 when these are far apart, 4 looks again after an objection. */
		place: smallint().$type<1 | 2 | 3 | 4>().notNull(),
		markerId: uuid()
			.notNull()
			.references(() => person.id),
		/** What drew the marker. */
		seed: integer().notNull(),
		assignedAt: timestamp({ withTimezone: true }).notNull(),
		guideKind: text({ enum: ['guide'] })
			.notNull()
			.default('guide'),
		guideId: text().notNull(),
		guideVersion: integer().notNull(),
		levels: jsonb().$type<Levels>().notNull(),
		comments: jsonb().$type<readonly FieldComment[]>().notNull(),
		savedAt: timestamp({ withTimezone: true }),
		/** 0–100; null until it is given. */
		mark: mark(),
		givenAt: timestamp({ withTimezone: true }),
		/** Handed back by a marker who should not mark it: somebody else was drawn. */
		recusedAt: timestamp({ withTimezone: true }),
		recusedWhy: text()
	},
	(table) => [
		foreignKey({
			name: 'marking_guide',
			columns: [table.guideKind, table.guideId, table.guideVersion],
			foreignColumns: [draftingPieceVersion.kind, draftingPieceVersion.id, draftingPieceVersion.version]
		}),
		// Two nodes that draw at the same time give each place to one person.
		uniqueIndex('marking_one_a_place')
			.on(table.draftId, table.place)
			.where(sql`${table.recusedAt} is null`),
		uniqueIndex('marking_one_a_marker').on(table.draftId, table.markerId),
		index().on(table.markerId, table.givenAt),
		check('marking_place', sql`${table.place} between 1 and 4`),
		check('marking_guide_kind', sql`${table.guideKind} = 'guide'`),
		check('marking_mark', sql`${table.mark} between 0 and 100`),
		check('marking_given', sql`(${table.mark} is null) = (${table.givenAt} is null)`),
		check('marking_recused', sql`(${table.recusedAt} is null) = (${table.recusedWhy} is null)`),
		check('marking_one_end', sql`${table.givenAt} is null or ${table.recusedAt} is null`)
	]
);

/** Append-only (trigger): what the marks came to and why – 1 after marking, 2 after an objection. */
export const markingResult = pgTable(
	'marking_result',
	{
		draftId: uuid()
			.notNull()
			.references(() => draftSubmission.draftId),
		number: smallint().$type<1 | 2>().notNull(),
		mark: mark().notNull(),
		reason: text().notNull(),
		settledAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.draftId, table.number] }),
		check('marking_result_number', sql`${table.number} in (1, 2)`),
		check('marking_result_mark', sql`${table.mark} between 0 and 100`)
	]
);

/** An officer who does not accept the marks; one a document. Once answered it is never changed (trigger). */
export const draftObjection = pgTable(
	'draft_objection',
	{
		id: uuid().primaryKey(),
		draftId: uuid()
			.notNull()
			.unique()
			.references(() => draftSubmission.draftId),
		reason: text().notNull(),
		raisedAt: timestamp({ withTimezone: true }).notNull(),
		outcome: text({ enum: Object.keys(OUTCOMES) as [keyof typeof OUTCOMES] }),
		answer: text(),
		answeredAt: timestamp({ withTimezone: true })
	},
	(table) => [
		index().on(table.answeredAt),
		check('draft_objection_outcome', oneOf(table.outcome, OUTCOMES)),
		check(
			'draft_objection_answered',
			sql`(${table.answeredAt} is null) = (${table.outcome} is null) and (${table.answeredAt} is null) = (${table.answer} is null)`
		)
	]
);
