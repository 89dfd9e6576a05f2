import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { rankingRule, rankingRuleDecision } from '#db/schema/ranking-rules.ts';
import type { OfficeRule } from '../../domain/rule-versions.ts';

/** The versions of the office with what became of them, by number. */
export async function selectOfficeRules(db: Db): Promise<OfficeRule[]> {
	const rows = await db
		.select({
			...{ rule: rankingRule.rule, basedOn: rankingRule.basedOn, reason: rankingRule.reason },
			...{ proposedBy: rankingRule.proposedBy, proposedAt: rankingRule.proposedAt },
			decision: {
				...{ verdict: rankingRuleDecision.verdict, reason: rankingRuleDecision.reason },
				...{ decidedBy: rankingRuleDecision.decidedBy, decidedAt: rankingRuleDecision.decidedAt }
			}
		})
		.from(rankingRule)
		.leftJoin(rankingRuleDecision, eq(rankingRuleDecision.version, rankingRule.version))
		.orderBy(asc(rankingRule.version));
	return rows;
}

/** Whoever changes the versions waits for whoever is changing them; held until the transaction ends. */
export async function lockRules(db: Db): Promise<void> {
	await db.execute(sql`select pg_advisory_xact_lock(hashtext('leitai:ranking-rules'))`);
}

export async function insertRule(db: Db, row: typeof rankingRule.$inferInsert): Promise<void> {
	await db.insert(rankingRule).values(row);
}

export async function insertDecision(db: Db, row: typeof rankingRuleDecision.$inferInsert): Promise<void> {
	await db.insert(rankingRuleDecision).values(row);
}
