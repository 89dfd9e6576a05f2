import { sql } from 'drizzle-orm';
import {
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	smallint,
	text,
	timestamp,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { MEETING_STATES } from '#lib/cases/domain/commentary/meeting.ts';
import type { Minutes } from '#lib/cases/domain/commentary/minutes.ts';
import { DECISIONS } from '#lib/cases/domain/commentary/moderation.ts';
import type { CaseSheet } from '#lib/cases/domain/commentary/score-sheet.ts';
import { AREAS } from '#lib/shared/piece.ts';
import { caseStudy, caseVersion } from './cases.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as [Key, ...Key[]];
const somebody = () =>
	uuid()
		.notNull()
		.references(() => person.id);
const instant = () => timestamp({ withTimezone: true });

/** A commentary meeting (典型案例点评会): who leads it, who writes, when and where. Its state is the last of its steps. */
export const commentaryMeeting = pgTable(
	'commentary_meeting',
	{
		id: uuid().primaryKey(),
		title: text().notNull(),
		startsAt: instant().notNull(),
		place: text().notNull(),
		chairId: somebody(),
		recorderId: somebody(),
		plannedBy: somebody(),
		plannedAt: instant().notNull(),
		/** Counts every change of anything about the meeting: pages that are open ask for this number only. */
		changes: integer().notNull().default(0)
	},
	(table) => [index().on(table.startsAt)]
);

/** Append-only (trigger): planned, opened, ended, published, or cancelled with the reason. */
export const commentaryStep = pgTable(
	'commentary_step',
	{
		meetingId: uuid()
			.notNull()
			.references(() => commentaryMeeting.id),
		number: smallint().notNull(),
		state: text({ enum: keysOf(MEETING_STATES) }).notNull(),
		reason: text().notNull(),
		by: somebody(),
		at: instant().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.meetingId, table.number] }),
		check('commentary_step_state', oneOf(table.state, MEETING_STATES))
	]
);

/** One case on the agenda, in the version that lay before the meeting, with its time. */
export const commentaryItem = pgTable(
	'commentary_item',
	{
		id: uuid().primaryKey(),
		meetingId: uuid()
			.notNull()
			.references(() => commentaryMeeting.id),
		/** Place on the agenda from 1; changed places are written in one transaction, hence no unique key. */
		place: smallint().notNull(),
		caseId: text().notNull(),
		caseVersion: integer().notNull(),
		minutes: smallint().notNull(),
		expertId: somebody(),
		startedAt: instant(),
		endedAt: instant()
	},
	(table) => [
		unique('commentary_item_once').on(table.meetingId, table.caseId),
		index().on(table.caseId),
		foreignKey({
			name: 'commentary_item_case',
			columns: [table.caseId, table.caseVersion],
			foreignColumns: [caseVersion.id, caseVersion.version]
		}),
		check('commentary_item_minutes', sql`${table.minutes} between 5 and 180`),
		check(
			'commentary_item_times',
			sql`${table.endedAt} is null or (${table.startedAt} is not null and ${table.endedAt} >= ${table.startedAt})`
		)
	]
);

/** Who speaks about a case, in order. */
export const commentarySpeaker = pgTable(
	'commentary_speaker',
	{
		itemId: uuid()
			.notNull()
			.references(() => commentaryItem.id, { onDelete: 'cascade' }),
		place: smallint().notNull(),
		personId: somebody()
	},
	(table) => [
		primaryKey({ columns: [table.itemId, table.place] }),
		unique('commentary_speaker_once').on(table.itemId, table.personId)
	]
);

/** A line of the recorder: where it belongs and when it was begun. What it says is in its texts. */
export const commentaryNote = pgTable(
	'commentary_note',
	{
		/** Made by the page, so that a line sent twice is one line. */
		id: uuid().primaryKey(),
		meetingId: uuid()
			.notNull()
			.references(() => commentaryMeeting.id),
		/** The case that was on; null = about the meeting as a whole. */
		itemId: uuid().references(() => commentaryItem.id),
		by: somebody(),
		at: instant().notNull()
	},
	(table) => [index().on(table.meetingId, table.at)]
);

/** Append-only (trigger): what a line said, revision by revision; the last one stands, an empty one strikes the line out. */
export const commentaryNoteText = pgTable(
	'commentary_note_text',
	{
		noteId: uuid()
			.notNull()
			.references(() => commentaryNote.id),
		revision: integer().notNull(),
		text: text().notNull(),
		at: instant().notNull()
	},
	(table) => [primaryKey({ columns: [table.noteId, table.revision] })]
);

/** Append-only (trigger): a comment on a case, in one of the five areas, pinned to a paragraph or to the case as a whole. */
export const commentaryComment = pgTable(
	'commentary_comment',
	{
		/** Made by the page, so that a comment sent twice is one comment. */
		id: uuid().primaryKey(),
		meetingId: uuid()
			.notNull()
			.references(() => commentaryMeeting.id),
		itemId: uuid()
			.notNull()
			.references(() => commentaryItem.id),
		authorId: somebody(),
		area: text({ enum: keysOf(AREAS) }).notNull(),
		/** Index of the block in the version on the agenda. */
		paragraph: smallint(),
		text: text().notNull(),
		at: instant().notNull()
	},
	(table) => [
		index().on(table.meetingId, table.at),
		index().on(table.authorId),
		check('commentary_comment_area', oneOf(table.area, AREAS)),
		check('commentary_comment_paragraph', sql`${table.paragraph} >= 0`)
	]
);

/** Append-only (trigger): what trainers decided about a comment – or its author, who took it back; the last one stands. */
export const commentaryDecision = pgTable(
	'commentary_decision',
	{
		commentId: uuid()
			.notNull()
			.references(() => commentaryComment.id),
		number: smallint().notNull(),
		decision: text({ enum: keysOf(DECISIONS) }).notNull(),
		reason: text().notNull(),
		into: uuid().references(() => commentaryComment.id),
		by: somebody(),
		at: instant().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.commentId, table.number] }),
		index().on(table.into),
		check('commentary_decision_decision', oneOf(table.decision, DECISIONS)),
		check('commentary_decision_into', sql`(${table.decision} = 'merged') = (${table.into} is not null)`),
		check('commentary_decision_reason', sql`${table.decision} <> 'returned' or ${table.reason} <> ''`)
	]
);

/** Append-only (trigger): what the expert says about a case, revision by revision. */
export const commentaryVerdict = pgTable(
	'commentary_verdict',
	{
		itemId: uuid()
			.notNull()
			.references(() => commentaryItem.id),
		revision: smallint().notNull(),
		strengths: text().notNull(),
		faults: text().notNull(),
		better: text().notNull(),
		lesson: text().notNull(),
		by: somebody(),
		at: instant().notNull()
	},
	(table) => [primaryKey({ columns: [table.itemId, table.revision] })]
);

/** Something to be done after the meeting, by whom and until when. */
export const commentaryAction = pgTable(
	'commentary_action',
	{
		id: uuid().primaryKey(),
		meetingId: uuid()
			.notNull()
			.references(() => commentaryMeeting.id),
		number: smallint().notNull(),
		text: text().notNull(),
		ownerId: somebody(),
		dueOn: date().notNull(),
		addedBy: somebody(),
		addedAt: instant().notNull(),
		doneNote: text(),
		doneBy: uuid().references(() => person.id),
		doneAt: instant()
	},
	(table) => [
		unique('commentary_action_number').on(table.meetingId, table.number),
		index().on(table.ownerId),
		check(
			'commentary_action_done',
			sql`(${table.doneAt} is null) = (${table.doneNote} is null) and (${table.doneAt} is null) = (${table.doneBy} is null)`
		)
	]
);

/** Append-only (trigger): the minutes as they were published. */
export const commentaryMinutes = pgTable('commentary_minutes', {
	meetingId: uuid()
		.primaryKey()
		.references(() => commentaryMeeting.id),
	body: jsonb().$type<Minutes>().notNull(),
	/** SHA-256 of the canonical bytes of the body. */
	digest: text().notNull(),
	publishedBy: somebody(),
	publishedAt: instant().notNull()
});

/** Append-only (trigger): a case that stands for 优秀案例 in a quarter, and why it was named. */
export const caseNomination = pgTable(
	'case_nomination',
	{
		quarter: text().notNull(),
		caseId: text()
			.notNull()
			.references(() => caseStudy.id),
		caseVersion: integer().notNull(),
		reason: text().notNull(),
		nominatedBy: somebody(),
		nominatedAt: instant().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.quarter, table.caseId] }),
		foreignKey({
			name: 'case_nomination_case',
			columns: [table.caseId, table.caseVersion],
			foreignColumns: [caseVersion.id, caseVersion.version]
		}),
		check('case_nomination_quarter', sql`${table.quarter} ~ '^20[0-9][0-9]-Q[1-4]$'`)
	]
);

/** Append-only (trigger): one reviewer's sheet about one case of a quarter, signed once. */
export const caseScoreSheet = pgTable(
	'case_score_sheet',
	{
		quarter: text().notNull(),
		caseId: text().notNull(),
		reviewerId: somebody(),
		sheet: jsonb().$type<CaseSheet>().notNull(),
		signedAt: instant().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.quarter, table.caseId, table.reviewerId] }),
		foreignKey({
			name: 'case_score_sheet_case',
			columns: [table.quarter, table.caseId],
			foreignColumns: [caseNomination.quarter, caseNomination.caseId]
		})
	]
);
