import { sql } from 'drizzle-orm';
import { casePlace, checkpointAnswer } from '#db/schema/cases.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { COMMENTARY_RECORDS } from './own-commentary.server.ts';

const titleFor = (table: 'checkpoint_answer' | 'case_place') =>
	sql<string>`(select v.title from case_version v
		where v.id = ${sql.raw(table)}.case_id and v.version = ${sql.raw(table)}.case_version)`;

export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '案例里的作答', from: checkpointAnswer, by: checkpointAnswer.personId },
		newest: checkpointAnswer.answeredAt,
		show: {
			...{ 案例: titleFor('checkpoint_answer'), 案例号: checkpointAnswer.caseId, 版本: checkpointAnswer.caseVersion },
			...{ 位置: checkpointAnswer.checkpoint, 作答: checkpointAnswer.answer, 得分: checkpointAnswer.mark },
			时间: checkpointAnswer.answeredAt
		}
	},
	{
		...{ title: '案例读到哪里', from: casePlace, by: casePlace.personId, newest: casePlace.readAt },
		show: {
			...{ 案例: titleFor('case_place'), 案例号: casePlace.caseId, 版本: casePlace.caseVersion },
			...{ 段落: casePlace.block, 时间: casePlace.readAt }
		}
	},
	...COMMENTARY_RECORDS
];
