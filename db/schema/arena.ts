import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { type HearingFrame, MODES } from '#lib/arena/domain/hearing/case-file.ts';
import { AUDIENCES } from '#lib/arena/domain/hearing/event.ts';
import { SIDES } from '#lib/arena/domain/bundle/side.ts';
import { RESULT_RULES } from '#lib/arena/domain/ballot/match-result.ts';
import { BALLOT_KINDS, BALLOT_STATES } from '#lib/arena/domain/hearing/ballot-record.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const instant = () => timestamp({ withTimezone: true });
const hearingId = () =>
	uuid()
		.notNull()
		.references(() => arenaHearing.id);

/** A hearing: what was fixed when it was scheduled, and the head of its log, which is locked while an event is added. */
export const arenaHearing = pgTable(
	'arena_hearing',
	{
		id: uuid().primaryKey(),
		title: text().notNull(),
		bundleId: text().notNull(),
		bundleVersion: integer().notNull(),
		procedureId: text().notNull(),
		procedureVersion: integer().notNull(),
		mode: text({ enum: keysOf(MODES) }).notNull(),
		/** Procedure and the part of the file that its rules read, complete: a log replays without any file. */
		frame: jsonb().$type<HearingFrame>().notNull(),
		/** How sheets become a result; declared before anybody has filled one. */
		resultRule: text({ enum: keysOf(RESULT_RULES) }).notNull(),
		isPublic: boolean().notNull(),
		startsAt: instant().notNull(),
		scheduledBy: uuid()
			.notNull()
			.references(() => person.id),
		scheduledAt: instant().notNull(),
		cancelledAt: instant(),
		headSeq: integer().notNull().default(0),
		/** Milliseconds of the last event; no event is earlier than the one before it. */
		headAt: bigint({ mode: 'number' }).notNull().default(0),
		/** Stage of the log's head, for lists. */
		stage: text(),
		publishedAt: instant()
	},
	(table) => [
		index().on(table.startsAt),
		check('arena_hearing_mode', oneOf(table.mode, MODES)),
		check('arena_hearing_result_rule', oneOf(table.resultRule, RESULT_RULES))
	]
);

/** Who holds a seat: a person, or whoever has the link. The log knows seats only. */
export const arenaSeat = pgTable(
	'arena_seat',
	{
		hearingId: hearingId(),
		seatId: text().notNull(),
		personId: uuid().references(() => person.id),
		/** SHA-256 of the link's token. */
		linkHash: text().unique('arena_seat_link'),
		linkExpiresAt: instant(),
		/** Whom the link was given to. */
		linkName: text(),
		/** When somebody last came in by it. */
		linkUsedAt: instant(),
		assignedBy: uuid()
			.notNull()
			.references(() => person.id),
		assignedAt: instant().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.hearingId, table.seatId] }),
		index().on(table.personId),
		check('arena_seat_one_holder', sql`num_nonnulls(${table.personId}, ${table.linkHash}) <= 1`)
	]
);

/** Append-only (trigger): the log of a hearing. `body` is the canonical JSON of the event; the other columns repeat parts of it. */
export const arenaEvent = pgTable(
	'arena_event',
	{
		hearingId: hearingId(),
		seq: integer().notNull(),
		at: bigint({ mode: 'number' }).notNull(),
		actor: text().notNull(),
		audience: text({ enum: keysOf(AUDIENCES) }).notNull(),
		body: text().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.hearingId, table.seq] }),
		check('arena_event_audience', oneOf(table.audience, AUDIENCES))
	]
);

/** Append-only (trigger): commands that were accepted, so that one that comes again gets its first answer. */
export const arenaCommand = pgTable(
	'arena_command',
	{
		hearingId: hearingId(),
		/** Made by the client, for each thing it wants done. */
		clientKey: uuid().notNull(),
		/** SHA-256 of who asked for what: another command under the same key is refused. */
		digest: text().notNull(),
		firstSeq: integer().notNull(),
		lastSeq: integer().notNull()
	},
	(table) => [primaryKey({ columns: [table.hearingId, table.clientKey] })]
);

/** Append-only (trigger): every version of every judge's sheet. */
export const arenaBallot = pgTable(
	'arena_ballot',
	{
		hearingId: hearingId(),
		/** The judge's seat. */
		seatId: text().notNull(),
		kind: text({ enum: keysOf(BALLOT_KINDS) }).notNull(),
		/** `plaintiff`, `defendant` or `third`: one sheet for each side. */
		side: text().notNull(),
		version: integer().notNull(),
		state: text({ enum: keysOf(BALLOT_STATES) }).notNull(),
		/** Canonical JSON. */
		body: text().notNull(),
		/** Why a sealed sheet was corrected. */
		reason: text().notNull(),
		at: instant().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.hearingId, table.seatId, table.kind, table.side, table.version] }),
		check('arena_ballot_kind', oneOf(table.kind, BALLOT_KINDS)),
		check('arena_ballot_state', oneOf(table.state, BALLOT_STATES))
	]
);

/** What the audience thinks: one vote for each listener, known by account or by a device's token; it never counts for the result. */
export const arenaAudienceVote = pgTable(
	'arena_audience_vote',
	{
		id: uuid().primaryKey(),
		hearingId: hearingId(),
		personId: uuid().references(() => person.id),
		/** SHA-256 of the token that the browser keeps for this hearing. */
		deviceHash: text(),
		side: text({ enum: keysOf(SIDES) }).notNull(),
		/** Of the last change. */
		at: instant().notNull()
	},
	(table) => [
		uniqueIndex('arena_audience_vote_person').on(table.hearingId, table.personId),
		uniqueIndex('arena_audience_vote_device').on(table.hearingId, table.deviceHash),
		index().on(table.personId),
		check('arena_audience_vote_side', oneOf(table.side, SIDES)),
		check('arena_audience_vote_one_voter', sql`num_nonnulls(${table.personId}, ${table.deviceHash}) = 1`)
	]
);
