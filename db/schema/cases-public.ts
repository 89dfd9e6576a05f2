import { check, date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { AUDIENCES } from '#lib/cases/domain/public-case.ts';
import type { ResolvedCitation } from '#lib/law/domain/cited-article.ts';
import { ORIGINS, type Provenance, STATUSES } from '#lib/shared/piece.ts';
import { oneOf } from './one-of.ts';

/** A piece for the public; `currentVersion` null = not approved yet, or withdrawn since `withdrawnAt`. */
export const publicCase = pgTable('public_case', {
	id: text().primaryKey(),
	currentVersion: integer(),
	withdrawnAt: timestamp({ withTimezone: true }),
	/** When what the public sees of it last changed. */
	changedAt: timestamp({ withTimezone: true }).notNull()
});

/** Immutable once written. Public pages read the columns from `title` to `notes` and no others. */
export const publicCaseVersion = pgTable(
	'public_case_version',
	{
		id: text()
			.notNull()
			.references(() => publicCase.id),
		version: integer().notNull(),
		digest: text().notNull(),
		origin: text({ enum: Object.keys(ORIGINS) as [keyof typeof ORIGINS] }).notNull(),
		status: text({ enum: Object.keys(STATUSES) as [keyof typeof STATUSES] }).notNull(),
		title: text().notNull(),
		lead: text().notNull(),
		warning: text().notNull(),
		industry: text().notNull(),
		month: text().notNull(),
		audience: text({ enum: Object.keys(AUDIENCES) as [keyof typeof AUDIENCES] }).notNull(),
		asOf: date().notNull(),
		html: text().notNull(),
		notes: jsonb().$type<readonly ResolvedCitation[]>().notNull(),
		images: text().array().notNull(),
		/** The case behind it; not a reference, because it may be gone. */
		caseId: text(),
		provenance: jsonb().$type<Provenance>().notNull(),
		source: text().notNull(),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.id, table.version] }),
		check('public_case_version_origin', oneOf(table.origin, ORIGINS)),
		check('public_case_version_status', oneOf(table.status, STATUSES)),
		check('public_case_version_audience', oneOf(table.audience, AUDIENCES))
	]
);
