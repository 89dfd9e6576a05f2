import { type SQL, sql } from 'drizzle-orm';
import * as schema from '#db/schema/drafting-review.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { VERDICTS } from '../../domain/review/finding.ts';
import { ITEM_STEPS } from '../../domain/review/rectification.ts';
import { SEVERITIES } from '../../domain/rule.ts';

const { reviewAttempt: attempt, reviewFinding: finding, findingRuling: ruling, reviewPanel: panel } = schema;
const { panelSheet: sheet, panelObjection: objection, panelItem: item, panelItemStep: step } = schema;

/** Round and number of a file, by what leads there. */
const fileOf = (id: SQL) => sql<string>`(select p.title || ' · ' || f.number from panel_file f
	join review_panel p on p.id = f.panel_id where f.id = ${id})`;
const itemOf = sql<string>`(select i.text from panel_item i where i.id = panel_item_step.item_id)`;

/** What a person did in reviewing files: as an officer, on a panel, for the unit, or as a trainer. */
export const REVIEW_RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '案卷评查练习', from: attempt, by: attempt.officerId, newest: attempt.startedAt },
		show: {
			编号: attempt.id,
			案卷: sql<string>`(select v.title from drafting_piece_version v where v.kind = review_attempt.piece_kind
				and v.id = review_attempt.piece_id and v.version = review_attempt.piece_version)`,
			...{ 开始时间: attempt.startedAt, 提交时间: attempt.handedInAt, 评分表: attempt.sheet }
		}
	},
	{
		...{ title: '评查练习里标出的问题', from: finding, newest: finding.markedAt },
		of: (personId) => sql`attempt_id in (select a.id from review_attempt a where a.officer_id = ${personId})`,
		show: {
			...{ 练习: finding.attemptId, 文书: finding.document, 规则: finding.rule, 栏目: finding.field },
			...{ 程度: [finding.severity, SEVERITIES], 后果: finding.consequence },
			...{ 标出时间: finding.markedAt, 撤回时间: finding.withdrawnAt }
		}
	},
	{
		...{ title: '对评查问题的裁定', from: ruling, by: ruling.ruledBy, newest: ruling.ruledAt },
		show: {
			...{ 案卷: ruling.pieceId, 文书: ruling.document, 规则: ruling.rule, 裁定: [ruling.verdict, VERDICTS] },
			...{ 程度: [ruling.severity, SEVERITIES], 理由: ruling.reason, 时间: ruling.ruledAt }
		}
	},
	{
		...{ title: '抽取的评查', from: panel, by: panel.drawnBy, newest: panel.drawnAt },
		show: { 评查: panel.title, 季度: panel.period, 抽取种子: panel.seed, 时间: panel.drawnAt }
	},
	{
		...{ title: '评查表', from: sheet, by: sheet.reviewerId, newest: sheet.assignedAt },
		show: {
			...{ 案卷: fileOf(sql`panel_sheet.file_id`), 派卷时间: sheet.assignedAt },
			...{ 评分表: sheet.sheet, 签署时间: sheet.signedAt }
		}
	},
	{
		...{ title: '代表单位提出的异议', from: objection, by: objection.raisedBy, newest: objection.raisedAt },
		show: {
			...{ 案卷: fileOf(sql`panel_objection.file_id`), 理由: objection.reason, 提出时间: objection.raisedAt },
			...{ 成立: objection.isUpheld, 答复: objection.answer, 答复时间: objection.answeredAt }
		}
	},
	{
		...{ title: '答复过的异议', from: objection, by: objection.answeredBy, newest: objection.answeredAt },
		show: {
			...{ 案卷: fileOf(sql`panel_objection.file_id`), 成立: objection.isUpheld, 答复: objection.answer },
			答复时间: objection.answeredAt
		}
	},
	{
		...{ title: '提出的整改要求', from: item, by: item.addedBy, newest: item.addedAt },
		show: { 案卷: fileOf(sql`panel_item.file_id`), 要求: item.text, 期限: item.dueOn, 时间: item.addedAt }
	},
	{
		...{ title: '整改的办理', from: step, by: step.by, newest: step.at },
		show: { 要求: itemOf, 办理: [step.step, ITEM_STEPS], 说明: step.note, 时间: step.at }
	}
];
