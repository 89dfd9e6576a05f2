import { sql } from 'drizzle-orm';
import {
	check,
	customType,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { type Fields, KINDS, type Kind, VERSION_REASONS } from '#lib/studio/domain/manuscript.ts';
import { ACTS, type Act, STATES, type State } from '#lib/studio/domain/workflow.ts';
import { oneOf } from './one-of.ts';
import { person } from './identity.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const keysOf = <Key extends string>(labels: Record<Key, unknown>) => Object.keys(labels) as [Key];
const at = () => timestamp({ withTimezone: true }).notNull();
const byPerson = () =>
	uuid()
		.notNull()
		.references(() => person.id);

/** A text on its way to be published; what it says stands in `fields`, where it stands is the last step's state. */
export const manuscript = pgTable(
	'manuscript',
	{
		id: uuid().primaryKey(),
		kind: text({ enum: keysOf<Kind>(KINDS) }).notNull(),
		/** Of its title field, for lists. */
		title: text().notNull(),
		fields: jsonb().$type<Fields>().notNull(),
		/** State of the last step, kept with it in one transaction. */
		state: text({ enum: keysOf<State>(STATES) }).notNull(),
		/** When the last step was taken: how long it waits. */
		stateSince: at(),
		/** The piece it changes or has become; null = none yet. */
		pieceId: text(),
		/** The version of the piece that it began from; null = a new piece. */
		basedOn: integer(),
		/** The version that a file proposed and that it began from. */
		proposal: integer(),
		/** What it was published as. */
		publishedAs: integer(),
		createdBy: byPerson(),
		createdAt: at(),
		savedBy: byPerson(),
		savedAt: at()
	},
	(table) => [
		// Whoever wants to change a piece finds the change that is under way.
		uniqueIndex('manuscript_one_open')
			.on(table.kind, table.pieceId)
			.where(sql`${table.state} in ('draft', 'internal-review', 'legal-review')`),
		index('manuscript_by_state').on(table.state, table.stateSince),
		index('manuscript_of_piece').on(table.kind, table.pieceId),
		check('manuscript_kind', oneOf(table.kind, KINDS)),
		check('manuscript_state', oneOf(table.state, STATES)),
		check(
			'manuscript_published',
			sql`(${table.publishedAs} is not null) = (${table.state} in ('published', 'withdrawn', 'superseded'))`
		)
	]
);

/** Append-only (trigger): who did what with the manuscript, when, and why. */
export const manuscriptStep = pgTable(
	'manuscript_step',
	{
		manuscriptId: uuid()
			.notNull()
			.references(() => manuscript.id),
		number: integer().notNull(),
		act: text({ enum: keysOf<Act>(ACTS) }).notNull(),
		state: text({ enum: keysOf<State>(STATES) }).notNull(),
		personId: byPerson(),
		reason: text().notNull(),
		/** The version of the text that the step is about. */
		version: integer().notNull(),
		at: at()
	},
	(table) => [
		primaryKey({ columns: [table.manuscriptId, table.number] }),
		check('manuscript_step_act', oneOf(table.act, ACTS)),
		check('manuscript_step_state', oneOf(table.state, STATES))
	]
);

/** Append-only (trigger): a state of the text that can be compared and brought back. */
export const manuscriptVersion = pgTable(
	'manuscript_version',
	{
		manuscriptId: uuid()
			.notNull()
			.references(() => manuscript.id),
		number: integer().notNull(),
		fields: jsonb().$type<Fields>().notNull(),
		reason: text({ enum: keysOf<keyof typeof VERSION_REASONS>(VERSION_REASONS) }).notNull(),
		madeBy: byPerson(),
		madeAt: at()
	},
	(table) => [
		primaryKey({ columns: [table.manuscriptId, table.number] }),
		check('manuscript_version_reason', oneOf(table.reason, VERSION_REASONS))
	]
);

/** Whoever began it or saved a change in it: none of them reviews it. */
export const manuscriptAuthor = pgTable(
	'manuscript_author',
	{
		manuscriptId: uuid()
			.notNull()
			.references(() => manuscript.id),
		personId: byPerson(),
		since: at()
	},
	(table) => [primaryKey({ columns: [table.manuscriptId, table.personId] }), index().on(table.personId)]
);

/** A remark at a paragraph, or an answer to one (`parentId`); resolved ones stand (trigger). */
export const manuscriptComment = pgTable(
	'manuscript_comment',
	{
		id: uuid().primaryKey(),
		manuscriptId: uuid()
			.notNull()
			.references(() => manuscript.id),
		parentId: uuid(),
		/** The field whose text it is about; '' = the whole. */
		field: text().notNull(),
		/** The words of the paragraph when the remark was made: by them it finds its place again. */
		quote: text().notNull(),
		text: text().notNull(),
		writtenBy: byPerson(),
		writtenAt: at(),
		resolvedBy: uuid().references(() => person.id),
		resolvedAt: timestamp({ withTimezone: true })
	},
	(table) => [
		foreignKey({ name: 'manuscript_comment_parent', columns: [table.parentId], foreignColumns: [table.id] }),
		index().on(table.manuscriptId),
		check('manuscript_comment_resolved', sql`(${table.resolvedBy} is null) = (${table.resolvedAt} is null)`),
		check('manuscript_comment_answer', sql`${table.parentId} is null or ${table.resolvedAt} is null`)
	]
);

/** Append-only (trigger): an author says that something that looks like personal data is invented or may stand, and why. */
export const manuscriptConfirmation = pgTable(
	'manuscript_confirmation',
	{
		manuscriptId: uuid()
			.notNull()
			.references(() => manuscript.id),
		/** Kind of the warning and what was found, as the checker told. */
		kind: text().notNull(),
		found: text().notNull(),
		reason: text().notNull(),
		confirmedBy: byPerson(),
		confirmedAt: at()
	},
	(table) => [primaryKey({ columns: [table.manuscriptId, table.kind, table.found] })]
);

/** A picture, named by the SHA-256 of its bytes, so that the same one is stored once. */
export const studioImage = pgTable(
	'studio_image',
	{
		digest: text().primaryKey(),
		bytes: bytea().notNull(),
		mime: text().notNull(),
		width: smallint().notNull(),
		height: smallint().notNull(),
		/** What it shows, as first said; each use says it again in its own words. */
		alt: text().notNull(),
		uploadedBy: byPerson(),
		uploadedAt: at()
	},
	(table) => [
		check('studio_image_digest', sql`${table.digest} ~ '^[0-9a-f]{64}$'`),
		check('studio_image_mime', sql`${table.mime} in ('image/png', 'image/jpeg', 'image/webp')`)
	]
);
