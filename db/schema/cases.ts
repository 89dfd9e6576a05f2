import {
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uuid
} from 'drizzle-orm/pg-core';
import { type CaseBody, POLARITIES } from '#lib/cases/domain/case.ts';
import type { OwnDecision } from '#lib/cases/domain/own-decision.ts';
import { ORIGINS, STATUSES } from '#lib/shared/piece.ts';
import { oneOf } from './one-of.ts';
import { person } from './identity.ts';

/** A case study; `currentVersion` null = nothing published yet. */
export const caseStudy = pgTable('case_study', {
	id: text().primaryKey(),
	currentVersion: integer()
});

/** Immutable once written. */
export const caseVersion = pgTable(
	'case_version',
	{
		id: text()
			.notNull()
			.references(() => caseStudy.id),
		version: integer().notNull(),
		digest: text().notNull(),
		origin: text({ enum: Object.keys(ORIGINS) as [keyof typeof ORIGINS] }).notNull(),
		status: text({ enum: Object.keys(STATUSES) as [keyof typeof STATUSES] }).notNull(),
		title: text().notNull(),
		lead: text().notNull(),
		polarity: text({ enum: Object.keys(POLARITIES) as [keyof typeof POLARITIES] }).notNull(),
		industry: text().notNull(),
		areas: text().array().notNull(),
		asOf: date().notNull(),
		difficulty: smallint().notNull(),
		/** Reading time. */
		minutes: smallint().notNull(),
		/** How many places the body has where the reader answers or decides: lists show progress without reading it. */
		checkpoints: smallint().notNull(),
		/** The text it was read from; null = from before texts were kept. */
		source: text(),
		body: jsonb().$type<CaseBody>().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.id, table.version] }),
		check('case_version_origin', oneOf(table.origin, ORIGINS)),
		check('case_version_status', oneOf(table.status, STATUSES)),
		check('case_version_polarity', oneOf(table.polarity, POLARITIES))
	]
);

/** An officer's first answer at a checkpoint, or the first decision at the place to decide (`decide`); append-only. */
export const checkpointAnswer = pgTable(
	'checkpoint_answer',
	{
		personId: uuid()
			.notNull()
			.references(() => person.id),
		caseId: text().notNull(),
		caseVersion: integer().notNull(),
		checkpoint: text().notNull(),
		answer: jsonb().$type<readonly string[] | readonly OwnDecision[]>().notNull(),
		/** 0–100; null = a decision, which is compared and not marked. */
		mark: smallint(),
		answeredAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.personId, table.caseId, table.caseVersion, table.checkpoint] }),
		foreignKey({ columns: [table.caseId, table.caseVersion], foreignColumns: [caseVersion.id, caseVersion.version] }),
		index().on(table.caseId)
	]
);

/** Where a reader was last, so that any device goes on there. */
export const casePlace = pgTable(
	'case_place',
	{
		personId: uuid()
			.notNull()
			.references(() => person.id),
		caseId: text()
			.notNull()
			.references(() => caseStudy.id),
		caseVersion: integer().notNull(),
		/** Number of the block in that version. */
		block: smallint().notNull(),
		readAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [primaryKey({ columns: [table.personId, table.caseId] })]
);
