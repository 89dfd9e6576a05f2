import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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
