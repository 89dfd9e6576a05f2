import { type SQL, sql } from 'drizzle-orm';
import { draft, draftSubmission, draftVersion, draftingPieceVersion } from '#db/schema/drafting.ts';
import { draftObjection, marking, markingResult } from '#db/schema/drafting-marking.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { VERSION_REASONS } from '../../domain/draft-version.ts';
import { OUTCOMES } from '../../domain/marking/objection.ts';
import { PIECE_KINDS } from '../../domain/piece-bodies.ts';
import { REVIEW_RECORDS } from './own-reviews.server.ts';

const ofOwnDraft = (personId: string): SQL =>
	sql`draft_id in (select d.id from draft d where d.officer_id = ${personId})`;

/**
 * An officer's copy holds no marker, a marker's copy no document and no author: who marked whom stays blind. The sheets about
 * an own document stand on its page, where names are taken out of the words.
 */
export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '文书', from: draft, by: draft.officerId, newest: draft.startedAt },
		show: {
			编号: draft.id,
			任务: sql<string>`(select v.title from drafting_piece_version v
				where v.kind = draft.piece_kind and v.id = draft.task_id and v.version = draft.task_version)`,
			单位: sql<string>`(select u.name from unit u where u.id = draft.unit_id)`,
			...{ 内容: draft.entries, 检查次数: draft.checks, 开始时间: draft.startedAt },
			...{ 保存时间: draft.savedAt, 提交时间: draft.submittedAt }
		}
	},
	{
		...{ title: '文书的各个版本', from: draftVersion, of: ofOwnDraft, newest: draftVersion.madeAt },
		show: {
			...{ 文书: draftVersion.draftId, 版本: draftVersion.number, 原因: [draftVersion.reason, VERSION_REASONS] },
			...{ 内容: draftVersion.entries, 时间: draftVersion.madeAt }
		}
	},
	{
		...{ title: '提交的文书', from: draftSubmission, of: ofOwnDraft, newest: draftSubmission.submittedAt },
		show: {
			...{ 文书: draftSubmission.draftId, 内容: draftSubmission.entries, 检查结果: draftSubmission.report },
			...{ 机器检查得分: draftSubmission.score, 时间: draftSubmission.submittedAt }
		}
	},
	{
		...{ title: '文书的评定', from: markingResult, of: ofOwnDraft, newest: markingResult.settledAt },
		show: {
			...{ 文书: markingResult.draftId, 第几次: markingResult.number, 得分: markingResult.mark },
			...{ 理由: markingResult.reason, 时间: markingResult.settledAt }
		}
	},
	{
		...{ title: '对评分的异议', from: draftObjection, of: ofOwnDraft, newest: draftObjection.raisedAt },
		show: {
			...{ 文书: draftObjection.draftId, 理由: draftObjection.reason, 提出时间: draftObjection.raisedAt },
			...{ 结果: [draftObjection.outcome, OUTCOMES], 答复: draftObjection.answer, 答复时间: draftObjection.answeredAt }
		}
	},
	{
		...{ title: '阅卷', from: marking, by: marking.markerId, newest: marking.assignedAt },
		show: {
			...{ 派卷时间: marking.assignedAt, 第几位: marking.place, 细则: marking.guideId, 细则版本: marking.guideVersion },
			...{ 档次: marking.levels, 评语: marking.comments, 保存时间: marking.savedAt },
			...{ 得分: marking.mark, 交卷时间: marking.givenAt, 退回时间: marking.recusedAt, 退回理由: marking.recusedWhy }
		}
	},
	{
		...{ title: '写入的教学材料', from: draftingPieceVersion, by: draftingPieceVersion.createdBy },
		newest: draftingPieceVersion.createdAt,
		show: {
			...{ 种类: [draftingPieceVersion.kind, PIECE_KINDS], 题目: draftingPieceVersion.title },
			...{ 编号: draftingPieceVersion.id, 版本: draftingPieceVersion.version, 时间: draftingPieceVersion.createdAt }
		}
	},
	...REVIEW_RECORDS
];
