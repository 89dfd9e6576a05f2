import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { ABOUT, CORRECTION_STEPS } from '#lib/own/domain/correction.ts';
import { person, unit } from './identity.ts';
import { oneOf } from './one-of.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const somebody = () =>
	uuid()
		.notNull()
		.references(() => person.id);
const instant = () => timestamp({ withTimezone: true }).notNull();

/** Append-only (trigger): somebody says that something recorded about them is wrong or missing. */
export const correctionRequest = pgTable(
	'correction_request',
	{
		/** Made by the page, so that a request sent twice is one request. */
		id: uuid().primaryKey(),
		personId: somebody(),
		/** The unit on that day: supervisors answer for units. */
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		about: text({ enum: keysOf(ABOUT) }).notNull(),
		/** Where it stands. */
		place: text().notNull(),
		/** What is wrong with it, and what it should say. */
		wrong: text().notNull(),
		right: text().notNull(),
		requestedAt: instant()
	},
	(table) => [
		index().on(table.personId, table.requestedAt),
		index().on(table.requestedAt),
		check('correction_request_about', oneOf(table.about, ABOUT))
	]
);

/** Append-only (trigger): what became of a request, with the reason; the first answer ends it. */
export const correctionStep = pgTable(
	'correction_step',
	{
		requestId: uuid()
			.notNull()
			.references(() => correctionRequest.id),
		number: smallint().notNull(),
		step: text({ enum: keysOf(CORRECTION_STEPS) }).notNull(),
		reason: text().notNull(),
		by: somebody(),
		at: instant()
	},
	(table) => [
		primaryKey({ columns: [table.requestId, table.number] }),
		index().on(table.by),
		check('correction_step_step', oneOf(table.step, CORRECTION_STEPS)),
		check('correction_step_reason', sql`${table.step} = 'withdrawn' or length(${table.reason}) >= 4`)
	]
);

/** Who does not want to be named on boards that colleagues see. No row = named. */
export const boardChoice = pgTable('board_choice', {
	personId: uuid()
		.primaryKey()
		.references(() => person.id),
	isHidden: boolean().notNull(),
	chosenAt: instant()
});
