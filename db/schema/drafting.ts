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
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Entries } from '#lib/drafting/domain/entries.ts';
import { type PieceBody, PIECE_KINDS } from '#lib/drafting/domain/piece-bodies.ts';
import type { SubmissionReport } from '#lib/drafting/domain/submission-report.ts';
import { VERSION_REASONS } from '#lib/drafting/domain/draft-version.ts';
import { ORIGINS, STATUSES } from '#lib/shared/piece.ts';
import { person, unit } from './identity.ts';
import { oneOf } from './one-of.ts';

/** Case files, tasks, marking guides and seeded files share one life; `currentVersion` null = nothing published. */
export const draftingPiece = pgTable(
	'drafting_piece',
	{
		kind: text({ enum: Object.keys(PIECE_KINDS) as [keyof typeof PIECE_KINDS] }).notNull(),
		id: text().notNull(),
		currentVersion: integer()
	},
	(table) => [
		primaryKey({ columns: [table.kind, table.id] }),
		check('drafting_piece_kind', oneOf(table.kind, PIECE_KINDS))
	]
);

/** Immutable once written, and complete in itself: what a draft or a review was judged by is never looked up elsewhere. */
export const draftingPieceVersion = pgTable(
	'drafting_piece_version',
	{
		kind: text({ enum: Object.keys(PIECE_KINDS) as [keyof typeof PIECE_KINDS] }).notNull(),
		id: text().notNull(),
		version: integer().notNull(),
		digest: text().notNull(),
		origin: text({ enum: Object.keys(ORIGINS) as [keyof typeof ORIGINS] }).notNull(),
		status: text({ enum: Object.keys(STATUSES) as [keyof typeof STATUSES] }).notNull(),
		title: text().notNull(),
		/** The text it was read from; null = from before texts were kept. */
		source: text(),
		body: jsonb().$type<PieceBody>().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull(),
		/** Null when it came from a file. */
		createdBy: uuid().references(() => person.id)
	},
	(table) => [
		primaryKey({ columns: [table.kind, table.id, table.version] }),
		foreignKey({ columns: [table.kind, table.id], foreignColumns: [draftingPiece.kind, draftingPiece.id] }),
		check('drafting_piece_version_origin', oneOf(table.origin, ORIGINS)),
		check('drafting_piece_version_status', oneOf(table.status, STATUSES))
	]
);

/** One officer writing one document; the kind of the piece is always `task`. */
export const draft = pgTable(
	'draft',
	{
		id: uuid().primaryKey(),
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		/** The officer's unit when it began: markers come from elsewhere. */
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		pieceKind: text({ enum: ['task'] })
			.notNull()
			.default('task'),
		taskId: text().notNull(),
		taskVersion: integer().notNull(),
		startedAt: timestamp({ withTimezone: true }).notNull(),
		/** As typed: a day that is none is kept until it is mended. */
		entries: jsonb().$type<Entries>().notNull(),
		savedAt: timestamp({ withTimezone: true }).notNull(),
		/** How often the officer asked for a check before handing in. */
		checks: integer().notNull().default(0),
		submittedAt: timestamp({ withTimezone: true })
	},
	(table) => [
		foreignKey({
			name: 'draft_task',
			columns: [table.pieceKind, table.taskId, table.taskVersion],
			foreignColumns: [draftingPieceVersion.kind, draftingPieceVersion.id, draftingPieceVersion.version]
		}),
		// A double click on “start” finds the draft that the first one began.
		uniqueIndex('draft_one_open')
			.on(table.officerId, table.taskId)
			.where(sql`${table.submittedAt} is null`),
		index().on(table.officerId, table.startedAt),
		check('draft_piece_kind', sql`${table.pieceKind} = 'task'`)
	]
);

/** Append-only (trigger): a state of the draft that can be compared and brought back. */
export const draftVersion = pgTable(
	'draft_version',
	{
		draftId: uuid()
			.notNull()
			.references(() => draft.id),
		number: integer().notNull(),
		entries: jsonb().$type<Entries>().notNull(),
		reason: text({ enum: Object.keys(VERSION_REASONS) as [keyof typeof VERSION_REASONS] }).notNull(),
		madeAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.draftId, table.number] }),
		check('draft_version_reason', oneOf(table.reason, VERSION_REASONS))
	]
);

/** Append-only (trigger): what was handed in, and what the machine found in it. */
export const draftSubmission = pgTable(
	'draft_submission',
	{
		draftId: uuid()
			.primaryKey()
			.references(() => draft.id),
		entries: jsonb().$type<Entries>().notNull(),
		report: jsonb().$type<SubmissionReport>().notNull(),
		/** 0–100 with one decimal, of the machine rules alone. */
		score: numeric({ precision: 4, scale: 1, mode: 'number' }).notNull(),
		submittedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [index().on(table.submittedAt), check('draft_submission_score', sql`${table.score} between 0 and 100`)]
);
