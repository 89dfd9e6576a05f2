import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { REQUEST_KINDS, REQUEST_VERDICTS } from '#lib/identity/domain/duty-request.ts';
import { LEAVE_KINDS } from '#lib/identity/domain/leave.ts';
import { ROLES } from '#lib/identity/domain/roles.ts';
import { UNIT_CHANGES } from '#lib/identity/domain/unit-tree.ts';
import { person, roleGrant, unit } from './identity.ts';
import { oneOf } from './one-of.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const instant = () => timestamp({ withTimezone: true });
const somebody = () =>
	uuid()
		.notNull()
		.references(() => person.id);
const someUnit = () =>
	uuid()
		.notNull()
		.references(() => unit.id);

/** Append-only (trigger): what became of a unit, one line a change, in words that stay true when names change again. */
export const unitChange = pgTable(
	'unit_change',
	{
		id: uuid().primaryKey(),
		unitId: someUnit(),
		kind: text({ enum: keysOf(UNIT_CHANGES) }).notNull(),
		before: text().notNull(),
		after: text().notNull(),
		reason: text().notNull(),
		at: instant().notNull(),
		/** Null = the command line. */
		by: uuid().references(() => person.id)
	},
	(table) => [index().on(table.unitId), check('unit_change_kind', oneOf(table.kind, UNIT_CHANGES))]
);

/** A person's way from one unit to another. What was recorded before stays with the unit of its day. */
export const personMove = pgTable(
	'person_move',
	{
		id: uuid().primaryKey(),
		personId: somebody(),
		fromUnitId: someUnit(),
		toUnitId: someUnit(),
		movedOn: date().notNull(),
		reason: text().notNull(),
		recordedBy: somebody(),
		recordedAt: instant().notNull(),
		/** Null until the day has come. */
		appliedAt: instant(),
		cancelledAt: instant()
	},
	(table) => [
		index().on(table.personId),
		// One at a time waits for its day.
		uniqueIndex('person_move_waiting')
			.on(table.personId)
			.where(sql`${table.appliedAt} is null and ${table.cancelledAt} is null`),
		check('person_move_elsewhere', sql`${table.fromUnitId} <> ${table.toUnitId}`)
	]
);

/** Days on which somebody is away, both included. */
export const personLeave = pgTable(
	'person_leave',
	{
		id: uuid().primaryKey(),
		personId: somebody(),
		kind: text({ enum: keysOf(LEAVE_KINDS) }).notNull(),
		fromOn: date().notNull(),
		untilOn: date().notNull(),
		recordedBy: somebody(),
		recordedAt: instant().notNull(),
		cancelledAt: instant()
	},
	(table) => [
		index().on(table.personId),
		check('person_leave_kind', oneOf(table.kind, LEAVE_KINDS)),
		check('person_leave_period', sql`${table.untilOn} >= ${table.fromOn}`)
	]
);

/** Append-only (trigger): that an account was closed or opened again, with the reason. */
export const personStanding = pgTable(
	'person_standing',
	{
		id: uuid().primaryKey(),
		personId: somebody(),
		kind: text({ enum: ['deactivated', 'reactivated'] }).notNull(),
		reason: text().notNull(),
		by: somebody(),
		at: instant().notNull()
	},
	(table) => [index().on(table.personId), check('person_standing_not_oneself', sql`${table.by} <> ${table.personId}`)]
);

/** A change to one of the separated duties, which counts when a second person has confirmed it. */
export const dutyRequest = pgTable(
	'duty_request',
	{
		id: uuid().primaryKey(),
		kind: text({ enum: keysOf(REQUEST_KINDS) }).notNull(),
		personId: somebody(),
		/** The grant's unit, or the person's: within it the second person must have a say. */
		unitId: someUnit(),
		/** Of a grant or its end. */
		role: text({ enum: keysOf(ROLES) }),
		grantId: uuid().references(() => roleGrant.id),
		fromOn: date(),
		untilOn: date(),
		reason: text().notNull(),
		requestedBy: somebody(),
		requestedAt: instant().notNull(),
		expiresAt: instant().notNull(),
		verdict: text({ enum: keysOf(REQUEST_VERDICTS) }),
		decidedBy: uuid().references(() => person.id),
		decidedAt: instant(),
		decisionReason: text()
	},
	(table) => [
		uniqueIndex('duty_request_open')
			.on(table.personId)
			.where(sql`${table.verdict} is null`),
		check('duty_request_kind', oneOf(table.kind, REQUEST_KINDS)),
		check('duty_request_verdict', oneOf(table.verdict, REQUEST_VERDICTS)),
		check('duty_request_decided', sql`(${table.verdict} is null) = (${table.decidedAt} is null)`),
		check('duty_request_not_oneself', sql`${table.requestedBy} <> ${table.personId}`),
		check('duty_request_not_about_oneself', sql`${table.decidedBy} is distinct from ${table.personId}`),
		check(
			'duty_request_second_person',
			sql`${table.verdict} not in ('confirmed', 'rejected') or (${table.decidedBy} is not null and ${table.decidedBy} <> ${table.requestedBy})`
		)
	]
);
