import { sql } from 'drizzle-orm';
import { check, date, foreignKey, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { RULE_VERDICTS, type RuleVerdict } from '#lib/ranking/domain/rule-versions.ts';
import type { Rule } from '#lib/ranking/domain/rule.ts';
import { person } from './identity.ts';
import { oneOf } from './one-of.ts';

const byPerson = () =>
	uuid()
		.notNull()
		.references(() => person.id);

/** Append-only (trigger): a version of the monthly rule that the office has proposed. Files bring the others. */
export const rankingRule = pgTable(
	'ranking_rule',
	{
		version: integer().primaryKey(),
		/** The version whose figures were changed. */
		basedOn: integer().notNull(),
		effectiveFrom: date().notNull(),
		rule: jsonb().$type<Rule>().notNull(),
		/** SHA-256 of the canonical bytes of the rule. */
		digest: text().notNull(),
		reason: text().notNull(),
		proposedBy: byPerson(),
		proposedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		unique('ranking_rule_writer').on(table.version, table.proposedBy),
		check('ranking_rule_month', sql`extract(day from ${table.effectiveFrom}) = 1`),
		check('ranking_rule_reason', sql`length(${table.reason}) >= 4`)
	]
);

/** Append-only (trigger): what became of a proposed version, once. Without a row it waits for the second person. */
export const rankingRuleDecision = pgTable(
	'ranking_rule_decision',
	{
		version: integer().primaryKey(),
		/** Repeated from the version, so that the database itself keeps four eyes on it. */
		proposedBy: byPerson(),
		verdict: text({ enum: Object.keys(RULE_VERDICTS) as [RuleVerdict] }).notNull(),
		reason: text().notNull(),
		decidedBy: byPerson(),
		decidedAt: timestamp({ withTimezone: true }).notNull()
	},
	(table) => [
		foreignKey({
			name: 'ranking_rule_decision_version',
			columns: [table.version, table.proposedBy],
			foreignColumns: [rankingRule.version, rankingRule.proposedBy]
		}),
		check('ranking_rule_decision_verdict', oneOf(table.verdict, RULE_VERDICTS)),
		check(
			'ranking_rule_decision_second_person',
			sql`(${table.verdict} = 'withdrawn') = (${table.decidedBy} = ${table.proposedBy})`
		),
		check('ranking_rule_decision_reason', sql`${table.verdict} <> 'refused' or length(${table.reason}) >= 4`)
	]
);
