import { check, customType, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { SIGN_IN_WAYS } from '#lib/identity/domain/sign-in-ways.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = () => timestamp({ withTimezone: true });
const personId = () =>
	uuid()
		.notNull()
		.references(() => person.id);

/** The key of somebody's authenticator program; until it is confirmed by a code it asks nobody for anything. */
export const secondFactor = pgTable('second_factor', {
	personId: personId().primaryKey(),
	/** Sealed with LEITAI_SECRET_KEY where one is given (platform/secret-box.server.ts). */
	key: text().notNull(),
	createdAt: instant().notNull(),
	confirmedAt: instant(),
	/** The step of the last code that was accepted: neither it nor an earlier one is accepted again. */
	lastStep: integer().notNull()
});

/** Codes for when the telephone is gone; each opens once. Only digests are kept. */
export const recoveryCode = pgTable(
	'recovery_code',
	{ personId: personId(), digest: text().notNull(), createdAt: instant().notNull(), usedAt: instant() },
	(table) => [primaryKey({ columns: [table.personId, table.digest] })]
);

/** An administrator has taken a second factor away; the person is told at the next sign-in. */
export const factorReset = pgTable(
	'factor_reset',
	{
		id: uuid().primaryKey(),
		personId: personId(),
		resetBy: personId(),
		resetAt: instant().notNull(),
		reason: text().notNull(),
		seenAt: instant()
	},
	(table) => [index().on(table.personId)]
);

/** Passwords that somebody has had, as they were stored. */
export const formerPassword = pgTable(
	'former_password',
	{ id: uuid().primaryKey(), personId: personId(), passwordHash: text().notNull(), replacedAt: instant().notNull() },
	(table) => [index().on(table.personId)]
);

/** Half a session: the first step of a sign-in is done, the code is still to come. It opens nothing but the page that asks for it. */
export const pendingSignIn = pgTable(
	'pending_sign_in',
	{
		tokenHash: bytea().primaryKey(),
		personId: personId(),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		device: text().notNull(),
		address: text().notNull(),
		openedBy: text({ enum: Object.keys(SIGN_IN_WAYS) as [keyof typeof SIGN_IN_WAYS] }).notNull()
	},
	(table) => [index().on(table.personId), check('pending_sign_in_opened_by', oneOf(table.openedBy, SIGN_IN_WAYS))]
);
