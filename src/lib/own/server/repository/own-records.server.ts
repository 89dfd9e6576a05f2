import { sql } from 'drizzle-orm';
import { boardChoice, correctionRequest, correctionStep } from '#db/schema/own-data.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { ABOUT, CORRECTION_STEPS } from '../../domain/correction.ts';

export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '更正请求', from: correctionRequest, by: correctionRequest.personId },
		newest: correctionRequest.requestedAt,
		show: {
			...{ 编号: correctionRequest.id, 类别: [correctionRequest.about, ABOUT], 位置: correctionRequest.place },
			...{ 错在哪里: correctionRequest.wrong, 应当是: correctionRequest.right, 时间: correctionRequest.requestedAt },
			单位: sql<string>`(select u.name from unit u where u.id = correction_request.unit_id)`
		}
	},
	{
		...{ title: '更正请求的办理', from: correctionStep, newest: correctionStep.at },
		of: (personId) => sql`request_id in (select r.id from correction_request r where r.person_id = ${personId})`,
		show: {
			...{ 请求: correctionStep.requestId, 结果: [correctionStep.step, CORRECTION_STEPS] },
			...{ 理由: correctionStep.reason, 时间: correctionStep.at }
		}
	},
	{
		// Without what it was about: that is somebody else's.
		...{ title: '办理过的更正请求', from: correctionStep, by: correctionStep.by, newest: correctionStep.at },
		show: { 结果: [correctionStep.step, CORRECTION_STEPS], 理由: correctionStep.reason, 时间: correctionStep.at }
	},
	{
		...{ title: '榜单显示', from: boardChoice, by: boardChoice.personId },
		show: { 不在榜单上显示姓名: boardChoice.isHidden, 时间: boardChoice.chosenAt }
	}
];
