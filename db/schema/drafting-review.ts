import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
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
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { CONSEQUENCES } from '#lib/drafting/domain/review/consequences.ts';
import { VERDICTS } from '#lib/drafting/domain/review/finding.ts';
import { ITEM_STEPS } from '#lib/drafting/domain/review/rectification.ts';
import type { ScoreSheet } from '#lib/drafting/domain/review/score-sheet.ts';
import { SEVERITIES } from '#lib/drafting/domain/rule.ts';
import { draftingPieceVersion } from './drafting.ts';
import { person, unit } from './identity.ts';
import { oneOf } from './one-of.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];

/** One officer reviewing one file with defects; the kind of the piece is always `review`. */
export const reviewAttempt = pgTable(
	'review_attempt',
	{
		id: uuid().primaryKey(),
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		pieceKind: text({ enum: ['review'] })
			.notNull()
			.default('review'),
		pieceId: text().notNull(),
		pieceVersion: integer().notNull(),
		startedAt: timestamp({ withTimezone: true }).notNull(),
		handedInAt: timestamp({ withTimezone: true }),
		/** How the officer graded the file; never mixed with what the machine says. */
		sheet: jsonb().$type<ScoreSheet>()
	},
	(table) => [
		foreignKey({
			name: 'review_attempt_piece',
			columns: [table.pieceKind, table.pieceId, table.pieceVersion],
			foreignColumns: [draftingPieceVersion.kind, draftingPieceVersion.id, draftingPieceVersion.version]
		}),
		// One look at a file: once the key is known a second would say nothing. It also makes a double click harmless.
		unique('review_attempt_once').on(table.officerId, table.pieceId, table.pieceVersion),
		index().on(table.officerId, table.startedAt),
		index('review_attempt_of_piece').on(table.pieceId, table.pieceVersion),
		check('review_attempt_piece_kind', sql`${table.pieceKind} = 'review'`),
		check('review_attempt_handed_in', sql`(${table.handedInAt} is null) = (${table.sheet} is null)`)
	]
);

/** Saved as it is marked; one that was taken back stays, so that taking back can be taken back. */
export const reviewFinding = pgTable(
	'review_finding',
	{
		attemptId: uuid()
			.notNull()
			.references(() => reviewAttempt.id),
		/** The kind of document; '' = the file as a whole. */
		document: text().notNull(),
		rule: text().notNull(),
		field: text(),
		severity: text({ enum: keysOf(SEVERITIES) }).notNull(),
		consequence: text({ enum: keysOf(CONSEQUENCES) }).notNull(),
		markedAt: timestamp({ withTimezone: true }).notNull(),
		withdrawnAt: timestamp({ withTimezone: true })
	},
	(table) => [
		primaryKey({ columns: [table.attemptId, table.document, table.rule] }),
		check('review_finding_severity', oneOf(table.severity, SEVERITIES)),
		check('review_finding_consequence', oneOf(table.consequence, CONSEQUENCES))
	]
);

/** Append-only (trigger): what trainers decided about findings that are not in the key; the last one stands. */
export const findingRuling = pgTable(
	'finding_ruling',
	{
		pieceKind: text({ enum: ['review'] })
			.notNull()
			.default('review'),
		pieceId: text().notNull(),
		pieceVersion: integer().notNull(),
		document: text().notNull(),
		rule: text().notNull(),
		/** 1 = the first decision about this finding; whoever saw fewer decides nothing. */
		number: smallint().notNull(),
		verdict: text({ enum: keysOf(VERDICTS) }).notNull(),
		severity: text({ enum: keysOf(SEVERITIES) }).notNull(),
		reason: text().notNull(),
		ruledBy: uuid()
			.notNull()
			.references(() => person.id),
		ruledAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.pieceId, table.pieceVersion, table.document, table.rule, table.number] }),
		foreignKey({
			name: 'finding_ruling_piece',
			columns: [table.pieceKind, table.pieceId, table.pieceVersion],
			foreignColumns: [draftingPieceVersion.kind, draftingPieceVersion.id, draftingPieceVersion.version]
		}),
		check('finding_ruling_piece_kind', sql`${table.pieceKind} = 'review'`),
		check('finding_ruling_verdict', oneOf(table.verdict, VERDICTS)),
		check('finding_ruling_severity', oneOf(table.severity, SEVERITIES))
	]
);

/** A round of file review in the bureau: drawn once, with its seed. */
export const reviewPanel = pgTable(
	'review_panel',
	{
		id: uuid().primaryKey(),
		title: text().notNull(),
		/** `2026-Q4` */
		period: text().notNull(),
		seed: integer().notNull(),
		/** Of how many files these were drawn. */
		poolSize: integer().notNull(),
		drawnBy: uuid()
			.notNull()
			.references(() => person.id),
		drawnAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [unique('review_panel_title').on(table.period, table.title), index().on(table.drawnAt)]
);

/** A drawn file with the unit that answers for it. */
export const panelFile = pgTable(
	'panel_file',
	{
		id: uuid().primaryKey(),
		panelId: uuid()
			.notNull()
			.references(() => reviewPanel.id),
		number: smallint().notNull(),
		pieceKind: text({ enum: ['file', 'review'] }).notNull(),
		pieceId: text().notNull(),
		pieceVersion: integer().notNull(),
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		/** When the sheets agreed, or the third one was in; the unit is told on this day. */
		settledAt: timestamp({ withTimezone: true }),
		/** When nothing was left to mend. */
		closedAt: timestamp({ withTimezone: true })
	},
	(table) => [
		unique('panel_file_number').on(table.panelId, table.number),
		foreignKey({
			name: 'panel_file_piece',
			columns: [table.pieceKind, table.pieceId, table.pieceVersion],
			foreignColumns: [draftingPieceVersion.kind, draftingPieceVersion.id, draftingPieceVersion.version]
		}),
		index().on(table.unitId),
		check('panel_file_piece_kind', sql`${table.pieceKind} in ('file', 'review')`),
		check('panel_file_closed', sql`${table.closedAt} is null or ${table.settledAt} is not null`)
	]
);

/** What one reviewer says about a file; signed once. The third place exists only when the first two are far apart. */
export const panelSheet = pgTable(
	'panel_sheet',
	{
		fileId: uuid()
			.notNull()
			.references(() => panelFile.id),
		place: smallint().notNull(),
		reviewerId: uuid()
			.notNull()
			.references(() => person.id),
		assignedAt: timestamp({ withTimezone: true }).notNull(),
		sheet: jsonb().$type<ScoreSheet>(),
		signedAt: timestamp({ withTimezone: true })
	},
	(table) => [
		primaryKey({ columns: [table.fileId, table.place] }),
		unique('panel_sheet_reviewer').on(table.fileId, table.reviewerId),
		index().on(table.reviewerId, table.signedAt),
		check('panel_sheet_place', sql`${table.place} between 1 and 3`),
		check('panel_sheet_signed', sql`(${table.sheet} is null) = (${table.signedAt} is null)`)
	]
);

/** The one objection of a unit, and the answer with reasons. */
export const panelObjection = pgTable(
	'panel_objection',
	{
		fileId: uuid()
			.primaryKey()
			.references(() => panelFile.id),
		raisedBy: uuid()
			.notNull()
			.references(() => person.id),
		raisedAt: timestamp({ withTimezone: true }).notNull(),
		reason: text().notNull(),
		isUpheld: boolean(),
		/** What the file gets when the objection is upheld. */
		changedTotal: numeric({ precision: 4, scale: 1, mode: 'number' }),
		answer: text(),
		answeredBy: uuid().references(() => person.id),
		answeredAt: timestamp({ withTimezone: true })
	},
	(table) => [
		check('panel_objection_total', sql`${table.changedTotal} between 0 and 100`),
		check(
			'panel_objection_answered',
			sql`(${table.answeredAt} is null) = (${table.answer} is null) and (${table.answeredAt} is null) = (${table.isUpheld} is null)`
		),
		check('panel_objection_upheld', sql`(${table.isUpheld} is true) = (${table.changedTotal} is not null)`)
	]
);

/** One thing that the unit has to mend. */
export const panelItem = pgTable(
	'panel_item',
	{
		id: uuid().primaryKey(),
		fileId: uuid()
			.notNull()
			.references(() => panelFile.id),
		number: smallint().notNull(),
		text: text().notNull(),
		dueOn: date().notNull(),
		addedBy: uuid()
			.notNull()
			.references(() => person.id),
		addedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [unique('panel_item_number').on(table.fileId, table.number)]
);

/** Append-only (trigger): reported by the unit, sent back or found mended by those who recheck. */
export const panelItemStep = pgTable(
	'panel_item_step',
	{
		itemId: uuid()
			.notNull()
			.references(() => panelItem.id),
		number: smallint().notNull(),
		step: text({ enum: keysOf(ITEM_STEPS) }).notNull(),
		note: text().notNull(),
		by: uuid()
			.notNull()
			.references(() => person.id),
		at: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.itemId, table.number] }),
		check('panel_item_step_step', oneOf(table.step, ITEM_STEPS))
	]
);
