import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Facts about this installation: bureau name, demo state, instance. */
export const installation = pgTable('installation', {
	key: text().primaryKey(),
	value: jsonb().$type<unknown>().notNull(),
	changedAt: timestamp({ withTimezone: true }).notNull()
});
