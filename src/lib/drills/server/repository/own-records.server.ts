import { sql } from 'drizzle-orm';
import { drillAnswer, drillPrompt, drillSet, memoryCard } from '#db/schema/drills.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { SET_KINDS } from '../../domain/kinds.ts';

/** The newest title of the item that a row is about. */
const titleFor = (table: 'drill_answer' | 'memory_card' | 'drill_prompt') =>
	sql<string>`(select v.title from item_version v where v.id = ${sql.raw(table)}.item_id order by v.version desc limit 1)`;

export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '练习组', from: drillSet, by: drillSet.officerId, newest: drillSet.startedAt },
		show: {
			...{ 编号: drillSet.id, 日期: drillSet.day, 种类: [drillSet.kind, SET_KINDS] },
			...{ 抽到的题: drillSet.picks, 抽题种子: drillSet.seed },
			...{ 开始时间: drillSet.startedAt, 完成时间: drillSet.finishedAt }
		}
	},
	{
		...{ title: '作答', from: drillAnswer, by: drillAnswer.officerId, newest: drillAnswer.answeredAt },
		show: {
			...{ 题目: titleFor('drill_answer'), 题号: drillAnswer.itemId, 版本: drillAnswer.itemVersion },
			...{ 作答: drillAnswer.answer, 得分: drillAnswer.mark, 时间: drillAnswer.answeredAt },
			...{ 距上次作答天数: drillAnswer.daysSinceLast, 距首次全对天数: drillAnswer.daysSinceFirstSuccess },
			...{ 到期复习: drillAnswer.wasDue, 练习组: drillAnswer.setId, 位置: drillAnswer.position }
		}
	},
	{
		...{ title: '记忆卡片', from: memoryCard, by: memoryCard.officerId, newest: memoryCard.lastReview },
		show: {
			...{ 题目: titleFor('memory_card'), 题号: memoryCard.itemId, 最近得分: memoryCard.lastMark },
			...{ 最近作答: memoryCard.lastReview, 首次全对: memoryCard.firstSuccessAt, 下次复习: memoryCard.due },
			...{ 稳定度: memoryCard.stability, 难度: memoryCard.difficulty, 次数: memoryCard.reps, 遗忘: memoryCard.lapses },
			...{ 状态: memoryCard.state, 最近练习组: memoryCard.lastSetId, 最近位置: memoryCard.lastPosition }
		}
	},
	{
		...{ title: '别处答错后要再练的题', from: drillPrompt, by: drillPrompt.officerId, newest: drillPrompt.promptedAt },
		show: {
			...{ 题目: titleFor('drill_prompt'), 题号: drillPrompt.itemId, 来自: drillPrompt.source },
			时间: drillPrompt.promptedAt
		}
	}
];
