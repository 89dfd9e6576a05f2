import { type SQL, sql } from 'drizzle-orm';
import { ledgerEntry, ledgerHead, tally } from '#db/schema/ranking.ts';
import { assessmentClosing, assessmentEntry, assessmentReview } from '#db/schema/ranking-assessment.ts';
import { rankingRule, rankingRuleDecision } from '#db/schema/ranking-rules.ts';
import { awardDraft, awardNotice, awardRun, awardStep } from '#db/schema/ranking-awards.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { VERDICTS } from '../../domain/assessment/entry.ts';
import { NOTICE_STATES } from '../../domain/awards/notice.ts';
import { ACTS } from '../../domain/awards/step.ts';
import { SOURCES } from '../../domain/entry.ts';
import { RULE_VERDICTS } from '../../domain/rule-versions.ts';

const runOf = (id: SQL) =>
	sql<string>`(select r.cycle || ' ' || (r.honour->>'name') from award_run r where r.id = ${id})`;

/**
 * What the ledger and the awards know of a person. What a person wrote in a selection is about nominees: the copy says what
 * was done and when, the words stay sealed in the log.
 */
export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '账本', from: ledgerEntry, by: ledgerEntry.officerId, newest: ledgerEntry.seq },
		show: {
			...{ 序号: ledgerEntry.seq, 来源: [ledgerEntry.source, SOURCES], 日期: ledgerEntry.day },
			单位: sql<string>`(select u.name from unit u where u.id = ledger_entry.unit_id)`,
			...{ 内容: ledgerEntry.body, 前一条摘要: ledgerEntry.previousHash, 摘要: ledgerEntry.hash },
			入账时间: ledgerEntry.recordedAt
		}
	},
	{
		...{ title: '账本的链尾', from: ledgerHead, by: ledgerHead.officerId },
		show: { 序号: ledgerHead.seq, 摘要: ledgerHead.hash }
	},
	{
		...{ title: '各月累计', from: tally, by: tally.officerId, newest: tally.cycle },
		show: {
			月份: tally.cycle,
			单位: sql<string>`(select u.name from unit u where u.id = tally.unit_id)`,
			累计: tally.tally
		}
	},
	{
		...{ title: '公示、荣誉和证书', from: awardNotice, by: awardNotice.nomineeId, newest: awardNotice.noticedOn },
		show: {
			...{ 荣誉: awardNotice.honour, 周期: awardNotice.cycle, 状态: [awardNotice.state, NOTICE_STATES] },
			...{ 姓名: awardNotice.name, 单位: awardNotice.unitName, 事迹: awardNotice.deeds },
			...{ 公示起始: awardNotice.noticedOn, 公示期满: awardNotice.lastDay, 文号: awardNotice.number },
			...{ 发布日期: awardNotice.publishedOn, 核验码: awardNotice.code },
			...{ 撤销日期: awardNotice.revokedOn, 撤销理由: awardNotice.reason }
		}
	},
	{
		...{ title: '启动的评选', from: awardRun, by: awardRun.openedBy, newest: awardRun.openedAt },
		show: { 评选: runOf(sql`award_run.id`), 时间: awardRun.openedAt }
	},
	{
		...{ title: '在评选里做过的事', from: awardStep, by: awardStep.personId, newest: awardStep.at },
		show: { 评选: runOf(sql`award_step.run_id`), 事项: [awardStep.act, ACTS], 时间: awardStep.at }
	},
	{
		...{ title: '还没有交的评审表', from: awardDraft, by: awardDraft.reviewerId, newest: awardDraft.savedAt },
		show: { 评选: runOf(sql`award_draft.run_id`), 保存时间: awardDraft.savedAt }
	},
	{
		...{ title: '填报的考核数据', from: assessmentEntry, by: assessmentEntry.enteredBy },
		newest: assessmentEntry.enteredAt,
		show: {
			单位: sql<string>`(select u.name from unit u where u.id = assessment_entry.unit_id)`,
			...{ 期间: assessmentEntry.period, 项目: assessmentEntry.subject, 第几次: assessmentEntry.number },
			...{ 数据: assessmentEntry.figures, 说明: assessmentEntry.account, 材料: assessmentEntry.document },
			...{ 材料日期: assessmentEntry.documentOn, 链接: assessmentEntry.link, 时间: assessmentEntry.enteredAt }
		}
	},
	{
		// Without the words of the entry: they are somebody else's.
		...{ title: '复核的考核数据', from: assessmentReview, by: assessmentReview.reviewedBy },
		newest: assessmentReview.reviewedAt,
		show: {
			单位: sql<string>`(select u.name from unit u where u.id = assessment_review.unit_id)`,
			...{ 结论: [assessmentReview.verdict, VERDICTS], 理由: assessmentReview.reason },
			时间: assessmentReview.reviewedAt
		}
	},
	{
		...{ title: '定稿的考核', from: assessmentClosing, by: assessmentClosing.closedBy },
		newest: assessmentClosing.closedAt,
		show: {
			单位: sql<string>`(select u.name from unit u where u.id = assessment_closing.unit_id)`,
			...{ 期间: assessmentClosing.period, 版本: assessmentClosing.version },
			...{ 理由: assessmentClosing.reason, 时间: assessmentClosing.closedAt }
		}
	},
	{
		...{ title: '提出的月榜规则', from: rankingRule, by: rankingRule.proposedBy, newest: rankingRule.proposedAt },
		show: {
			...{ 版本: rankingRule.version, 起用: rankingRule.effectiveFrom, 理由: rankingRule.reason },
			时间: rankingRule.proposedAt
		}
	},
	{
		...{ title: '处理的月榜规则', from: rankingRuleDecision, by: rankingRuleDecision.decidedBy },
		newest: rankingRuleDecision.decidedAt,
		show: {
			...{ 版本: rankingRuleDecision.version, 结论: [rankingRuleDecision.verdict, RULE_VERDICTS] },
			...{ 理由: rankingRuleDecision.reason, 时间: rankingRuleDecision.decidedAt }
		}
	}
];
