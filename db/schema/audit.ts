import { sql } from 'drizzle-orm';
import {
	bigint,
	check,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	timestamp,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true }).notNull();
const entryNumber = () => bigint({ mode: 'number' }).notNull();
/** The room of a use-case: what stands before the dot. */
const ROOM = sql`split_part(use_case, '.', 1)`;

/**
 * Who did what to which subject. Append-only (triggers): nothing is ever changed, and deleted only what `audit_purge` covers.
 * `digest` fixes the input of `detail`; what proves that no row was touched past the triggers are the seals.
 */
export const auditEntry = pgTable(
	'audit_entry',
	{
		id: uuid().primaryKey(),
		at: instant(),
		actorId: uuid(),
		useCase: text().notNull(),
		subject: text().notNull(),
		digest: text().notNull(),
		detail: jsonb().$type<Record<string, unknown>>().notNull(),
		requestNumber: text(),
		/** Taken after the transaction has its own number, so that a seal knows when all below one are decided (decision 0058). */
		number: entryNumber().default(sql`next_audit_number()`)
	},
	(table) => [
		uniqueIndex('audit_entry_number_index').on(table.number),
		index('audit_entry_time').on(table.at, table.number),
		index('audit_entry_actor').on(table.actorId, table.at, table.number),
		index('audit_entry_subject').on(table.subject, table.at, table.number),
		index('audit_entry_use_case').on(table.useCase, table.at, table.number),
		index('audit_entry_room').on(ROOM, table.at, table.number)
	]
);

/** Append-only (trigger): a run of entries and what they were when it was sealed, chained to the seal before. */
export const auditSeal = pgTable(
	'audit_seal',
	{
		number: integer().primaryKey(),
		/** Entries above this number … */
		fromNumber: entryNumber(),
		/** … up to and including this one. */
		untilNumber: entryNumber(),
		entries: integer().notNull(),
		/** To the millisecond. */
		firstAt: instant(),
		lastAt: instant(),
		/** SHA-256 over the digests of the entries, by number. */
		root: text().notNull(),
		/** `hash` of the seal before; blank of the first. */
		previous: text().notNull(),
		/** SHA-256 of all above. */
		hash: text().notNull(),
		sealedAt: instant()
	},
	(table) => [
		unique('audit_seal_until').on(table.number, table.untilNumber),
		check('audit_seal_number', sql`${table.number} > 0`),
		check('audit_seal_run', sql`${table.untilNumber} > ${table.fromNumber} and ${table.entries} > 0`)
	]
);

/** Append-only (trigger): entries that went when the time for keeping them was over. Their seals stay. */
export const auditPurge = pgTable(
	'audit_purge',
	{
		/** The last seal whose entries went. */
		seal: integer().primaryKey(),
		untilNumber: entryNumber(),
		entries: integer().notNull(),
		/** The newest of them. */
		lastAt: instant(),
		/** The setting of that day. */
		months: integer().notNull(),
		purgedAt: instant()
	},
	(table) => [
		foreignKey({
			name: 'audit_purge_seal',
			columns: [table.seal, table.untilNumber],
			foreignColumns: [auditSeal.number, auditSeal.untilNumber]
		}),
		// The least that the law asks for, whatever the setting says.
		check('audit_purge_age', sql`${table.purgedAt} - ${table.lastAt} >= interval '180 days'`)
	]
);
