import { calendarYear, settingChange, settingDecision } from '#db/schema/settings.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { VERDICTS } from '../../domain/change.ts';

/** What somebody set for the office. */
export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '改过的设置', from: settingChange, by: settingChange.changedBy, newest: settingChange.changedAt },
		show: {
			...{ 事项: settingChange.key, 原来: settingChange.before, 改成: settingChange.value },
			...{ 理由: settingChange.reason, 依据: settingChange.source, 时间: settingChange.changedAt }
		}
	},
	{
		...{ title: '确认或退回的设置', from: settingDecision, by: settingDecision.decidedBy },
		newest: settingDecision.decidedAt,
		show: {
			...{ 事项: settingDecision.key, 结果: [settingDecision.verdict, VERDICTS] },
			...{ 理由: settingDecision.reason, 时间: settingDecision.decidedAt }
		}
	},
	{
		...{ title: '导入的节假日安排', from: calendarYear, by: calendarYear.importedBy, newest: calendarYear.importedAt },
		show: { 年份: calendarYear.year, 依据: calendarYear.source, 时间: calendarYear.importedAt }
	}
];
