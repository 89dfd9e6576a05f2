import { bigint, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Append-only (trigger in the migration): who did what to which subject; `digest` chains nothing, it fixes the input. */
export const auditEntry = pgTable('audit_entry', {
	id: uuid().primaryKey(),
	at: timestamp({ withTimezone: true }).notNull(),
	actorId: uuid(),
	useCase: text().notNull(),
	subject: text().notNull(),
	digest: text().notNull(),
	detail: jsonb().$type<Record<string, unknown>>().notNull(),
	requestNumber: text()
});

/** Facts about this installation: bureau name, demo state, instance. */
export const installation = pgTable('installation', {
	key: text().primaryKey(),
	value: jsonb().$type<unknown>().notNull(),
	changedAt: timestamp({ withTimezone: true }).notNull()
});

/** What the content loader last saw of each file, so that an unchanged start reads nothing twice. */
export const contentFile = pgTable('content_file', {
	path: text().primaryKey(),
	digest: text().notNull(),
	bytes: bigint({ mode: 'number' }).notNull(),
	loadedAt: timestamp({ withTimezone: true }).notNull()
});
