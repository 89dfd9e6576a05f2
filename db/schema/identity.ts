import { sql } from 'drizzle-orm';
import {
	type AnyPgColumn,
	boolean,
	check,
	customType,
	date,
	index,
	integer,
	pgTable,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { ROLES, UNIT_KINDS } from '#lib/identity/domain/roles.ts';
import { SIGN_IN_WAYS } from '#lib/identity/domain/sign-in-ways.ts';
import { oneOf } from './one-of.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The tree of units. `path` is `/id/id/` from the root down, so a subtree is a prefix. */
export const unit = pgTable(
	'unit',
	{
		id: uuid().primaryKey(),
		parentId: uuid().references((): AnyPgColumn => unit.id),
		name: text().notNull(),
		kind: text({ enum: Object.keys(UNIT_KINDS) as [keyof typeof UNIT_KINDS] }).notNull(),
		path: text().notNull(),
		/** Closed units stay for what happened in them; nobody is put into one. */
		closedOn: date(),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		// Of the open ones: a closed unit does not keep its name from another.
		uniqueIndex('unit_name_among_siblings')
			.on(table.parentId, table.name)
			.where(sql`${table.closedOn} is null`),
		index().on(table.path),
		check('unit_kind', oneOf(table.kind, UNIT_KINDS))
	]
);

export const person = pgTable(
	'person',
	{
		id: uuid().primaryKey(),
		account: text().notNull().unique(),
		name: text().notNull(),
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		certificateNumber: text(),
		certificateExpiresOn: date(),
		joinedOn: date().notNull(),
		passwordHash: text().notNull(),
		mustChangePassword: boolean().notNull(),
		deactivatedAt: timestamp({ withTimezone: true }),
		createdAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		index().on(table.unitId),
		// The orders of the list of people.
		index('person_by_name').on(sql`${table.name} collate "zh-x-icu"`, table.id),
		index('person_by_certificate').on(table.certificateExpiresOn, table.id),
		index('person_by_joining').on(table.joinedOn, table.id),
		check('person_account', sql`${table.account} = lower(${table.account})`)
	]
);

export const roleGrant = pgTable(
	'role_grant',
	{
		id: uuid().primaryKey(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		role: text({ enum: Object.keys(ROLES) as [keyof typeof ROLES] }).notNull(),
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		/** Null when the first administrator or the demo came from the command line. */
		grantedBy: uuid().references(() => person.id),
		grantedAt: timestamp({ withTimezone: true }).notNull(),
		/** First and last day, both included; null = from the moment it was granted, and without end. */
		fromOn: date(),
		untilOn: date(),
		endedAt: timestamp({ withTimezone: true }),
		endedBy: uuid().references(() => person.id),
		/** Why it was granted, and why it ended. */
		reason: text(),
		endReason: text()
	},
	(table) => [
		index().on(table.personId),
		check('role_grant_period', sql`${table.untilOn} >= ${table.fromOn}`),
		check('role_grant_role', oneOf(table.role, ROLES)),
		check('role_grant_not_oneself', sql`${table.grantedBy} is distinct from ${table.personId}`)
	]
);

/** Only the SHA-256 of the token is kept. */
export const session = pgTable(
	'session',
	{
		tokenHash: bytea().primaryKey(),
		personId: uuid()
			.notNull()
			.references(() => person.id),
		createdAt: timestamp({ withTimezone: true }).notNull(),
		expiresAt: timestamp({ withTimezone: true }).notNull(),
		device: text().notNull(),
		address: text().notNull(),
		openedBy: text({ enum: Object.keys(SIGN_IN_WAYS) as [keyof typeof SIGN_IN_WAYS] })
			.notNull()
			.default('password')
	},
	(table) => [index().on(table.personId), check('session_opened_by', oneOf(table.openedBy, SIGN_IN_WAYS))]
);

/** Failed sign-ins per `account:…` and `address:…`; survives a restart. */
export const signInThrottle = pgTable('sign_in_throttle', {
	subject: text().primaryKey(),
	failures: integer().notNull(),
	blockedUntil: timestamp({ withTimezone: true }).notNull(),
	lastFailureAt: timestamp({ withTimezone: true }).notNull()
});
