import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { LABELS } from '#lib/notices/domain/kinds.ts';
import { person } from './identity.ts';

const instant = () => timestamp({ withTimezone: true });
const somebody = () =>
	uuid()
		.notNull()
		.references(() => person.id);

/** What somebody has read of what happened. What happened stands in the rooms; here is only that it was seen. */
export const noticeRead = pgTable(
	'notice_read',
	{
		personId: somebody(),
		kind: text().notNull(),
		about: text().notNull(),
		readAt: instant().notNull()
	},
	(table) => [primaryKey({ columns: [table.personId, table.kind, table.about] }), index().on(table.readAt)]
);

/** What somebody does not want to be told, and whether by mail as well. No row = everything in the app, nothing by mail. */
export const noticeChoice = pgTable(
	'notice_choice',
	{
		personId: somebody().primaryKey(),
		off: text({ enum: Object.keys(LABELS) as [keyof typeof LABELS] })
			.array()
			.notNull(),
		/** Null = none was given. */
		mailAddress: text(),
		wantsMail: boolean().notNull(),
		/** The last day for which was looked whether there is something to send. */
		mailedFor: date(),
		changedAt: instant().notNull()
	},
	(table) => [check('notice_choice_address', sql`${table.mailAddress} is not null or not ${table.wantsMail}`)]
);

/** Digests on their way out. Sent, given up, or waiting for their next try; rows go after some weeks. */
export const mailOutbox = pgTable(
	'mail_outbox',
	{
		id: uuid().primaryKey(),
		personId: somebody(),
		day: date().notNull(),
		address: text().notNull(),
		subject: text().notNull(),
		body: text().notNull(),
		madeAt: instant().notNull(),
		tries: smallint().notNull().default(0),
		nextTryAt: instant().notNull(),
		/** Set before it is handed to the server and taken away with the answer: what is left with it was cut off in between. */
		tryingSince: instant(),
		sentAt: instant(),
		/** Given up, for the reason in `fault`. */
		deadAt: instant(),
		fault: text()
	},
	(table) => [
		// Whatever runs twice, nobody gets two digests for a day.
		unique('mail_outbox_one_a_day').on(table.personId, table.day),
		index('mail_outbox_due')
			.on(table.nextTryAt)
			.where(sql`${table.sentAt} is null and ${table.deadAt} is null`),
		index().on(table.madeAt),
		check('mail_outbox_one_end', sql`num_nonnulls(${table.sentAt}, ${table.deadAt}) <= 1`),
		check('mail_outbox_dead', sql`${table.deadAt} is null or ${table.fault} is not null`)
	]
);
