import { sql } from 'drizzle-orm';
import {
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { ATTEMPT_MODES, type Given, PRACTICE_STEPS, type Verdict } from '#lib/discretion/domain/practice-answer.ts';
import type { CaseBody } from '#lib/discretion/domain/practice-case.ts';
import { ORIGINS, STATUSES } from '#lib/shared/piece.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

/** A case to practise discretion on; `currentVersion` null = nothing published. */
export const practiceCase = pgTable('practice_case', {
	id: text().primaryKey(),
	currentVersion: integer()
});

/** Immutable once written: attempts point to the version that was decided. */
export const practiceCaseVersion = pgTable(
	'practice_case_version',
	{
		id: text()
			.notNull()
			.references(() => practiceCase.id),
		version: integer().notNull(),
		digest: text().notNull(),
		origin: text({ enum: Object.keys(ORIGINS) as [keyof typeof ORIGINS] }).notNull(),
		status: text({ enum: Object.keys(STATUSES) as [keyof typeof STATUSES] }).notNull(),
		title: text().notNull(),
		level: smallint().notNull(),
		/** The text it was read from; null = from before texts were kept. */
		source: text(),
		body: jsonb().$type<CaseBody>().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.id, table.version] }),
		check('practice_case_version_origin', oneOf(table.origin, ORIGINS)),
		check('practice_case_version_status', oneOf(table.status, STATUSES)),
		check('practice_case_version_level', sql`${table.level} between 1 and 5`)
	]
);

/** One officer at one case, from the first step to the mark. */
export const practiceAttempt = pgTable(
	'practice_attempt',
	{
		id: uuid().primaryKey(),
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		mode: text({ enum: Object.keys(ATTEMPT_MODES) as [keyof typeof ATTEMPT_MODES] }).notNull(),
		/** The authored case; null for a generated one. */
		caseId: text(),
		caseVersion: integer(),
		/** Of a generated case: the draw, what drew it, and the case itself, so that a better generator changes no attempt. */
		seed: integer(),
		generatorVersion: integer(),
		generated: jsonb().$type<CaseBody>(),
		level: smallint().notNull(),
		/** `2026-Q4` of a reference case; null in practice. */
		quarter: text(),
		/** The benchmark that it is marked by: `bracket-default-v1@1`. */
		benchmark: text().notNull(),
		startedAt: timestamp({ withTimezone: true }).notNull(),
		finishedAt: timestamp({ withTimezone: true }),
		/** 0–100; null until it is finished. */
		mark: smallint()
	},
	(table) => [
		foreignKey({
			name: 'practice_attempt_case',
			columns: [table.caseId, table.caseVersion],
			foreignColumns: [practiceCaseVersion.id, practiceCaseVersion.version]
		}),
		uniqueIndex('practice_attempt_one_a_quarter')
			.on(table.officerId, table.caseId, table.quarter)
			.where(sql`${table.quarter} is not null`),
		// A double click on “start” finds the attempt that the first one began.
		uniqueIndex('practice_attempt_one_open')
			.on(table.officerId, table.mode, sql`coalesce(${table.caseId}, ${table.level}::text)`)
			.where(sql`${table.finishedAt} is null and ${table.quarter} is null`),
		index().on(table.officerId, table.startedAt),
		index('practice_attempt_reference')
			.on(table.quarter, table.caseId)
			.where(sql`${table.quarter} is not null`),
		check('practice_attempt_mode', oneOf(table.mode, ATTEMPT_MODES)),
		check('practice_attempt_source', sql`(${table.caseId} is null) = (${table.generated} is not null)`),
		check('practice_attempt_quarter', sql`(${table.mode} = 'reference') = (${table.quarter} is not null)`),
		check('practice_attempt_mark', sql`${table.mark} between 0 and 100`),
		check('practice_attempt_finished', sql`(${table.mark} is null) = (${table.finishedAt} is null)`)
	]
);

/** Append-only (trigger): what was given at each step, when, and how it was marked; the first answer stands. */
export const practiceStep = pgTable(
	'practice_step',
	{
		attemptId: uuid()
			.notNull()
			.references(() => practiceAttempt.id),
		step: text({ enum: Object.keys(PRACTICE_STEPS) as [keyof typeof PRACTICE_STEPS] }).notNull(),
		given: jsonb().$type<Given>().notNull(),
		verdicts: jsonb().$type<Verdict[]>().notNull(),
		givenAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.attemptId, table.step] }),
		check('practice_step_step', oneOf(table.step, PRACTICE_STEPS))
	]
);
