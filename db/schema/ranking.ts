import { sql } from 'drizzle-orm';
import {
	bigint,
	date,
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
import type { Board } from '#lib/ranking/domain/board.ts';
import type { Tally } from '#lib/ranking/domain/tally.ts';
import { person, unit } from './identity.ts';

/** Append-only (trigger). `body` is the canonical JSON that was hashed; the other columns repeat parts of it for queries. */
export const ledgerEntry = pgTable(
	'ledger_entry',
	{
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		seq: integer().notNull(),
		source: text().notNull(),
		sourceId: text().notNull(),
		day: date().notNull(),
		/** The officer's unit on that day: points stay with it after a transfer. */
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		body: text().notNull(),
		previousHash: text().notNull(),
		hash: text().notNull(),
		recordedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		primaryKey({ columns: [table.officerId, table.seq] }),
		uniqueIndex('ledger_entry_source').on(table.source, table.sourceId),
		index().on(table.day),
		// Corrections are few; whoever looks for those that came late must not read everything.
		index('ledger_entry_correction')
			.on(table.day)
			.where(sql`position('#' in ${table.sourceId}) > 0`)
	]
);

/** The end of each officer's chain, locked while an entry is appended. */
export const ledgerHead = pgTable('ledger_head', {
	officerId: uuid()
		.primaryKey()
		.references(() => person.id),
	seq: integer().notNull(),
	hash: text().notNull()
});

/** Read model: the fold of an officer's entries of one cycle; `ranking verify` recomputes it. */
export const tally = pgTable(
	'tally',
	{
		cycle: text().notNull(),
		officerId: uuid()
			.notNull()
			.references(() => person.id),
		unitId: uuid()
			.notNull()
			.references(() => unit.id),
		tally: jsonb().$type<Tally>().notNull(),
		/** `standingKey` of the score: a higher one stands higher; −1 below the minimum participation. */
		standing: bigint({ mode: 'number' }).notNull()
	},
	(table) => [primaryKey({ columns: [table.cycle, table.officerId] }), index().on(table.cycle, table.standing)]
);

/** A closed month: the published board and the root over all heads at closing. */
export const closedCycle = pgTable('closed_cycle', {
	cycle: text().primaryKey(),
	ruleVersion: integer().notNull(),
	closedAt: timestamp({ withTimezone: true }).notNull(),
	entries: bigint({ mode: 'number' }).notNull(),
	/** Heads at closing: officer → [seq, hash]. */
	heads: jsonb().$type<Record<string, [number, string]>>().notNull(),
	root: text().notNull(),
	board: jsonb().$type<Board>().notNull(),
	/** SHA-256 of the canonical bytes of the board. */
	boardDigest: text().notNull()
});
