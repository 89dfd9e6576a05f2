import { sql } from 'drizzle-orm';
import { currencyDecision } from '#db/schema/law-currency.ts';
import { lawImport } from '#db/schema/law-import.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { IMPORT_STATES } from '../../domain/import-report.ts';
import { VERDICTS } from '../../domain/standing.ts';

export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '法律变动的复核', from: currencyDecision, by: currencyDecision.decidedBy },
		newest: currencyDecision.decidedAt,
		show: {
			材料: sql<string>`(select r.title from currency_review r where r.id = currency_decision.review_id)`,
			...{ 结论: [currencyDecision.verdict, VERDICTS], 理由: currencyDecision.reason },
			时间: currencyDecision.decidedAt
		}
	},
	{
		...{ title: '导入的法律文本', from: lawImport, by: lawImport.uploadedBy, newest: lawImport.uploadedAt },
		show: {
			...{ 文件: lawImport.name, 字节数: lawImport.bytes, 状态: [lawImport.state, IMPORT_STATES] },
			...{ 上传时间: lawImport.uploadedAt, 结束时间: lawImport.finishedAt }
		}
	}
];
