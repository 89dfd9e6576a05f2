import { sql } from 'drizzle-orm';
import { practiceAttempt, practiceStep } from '#db/schema/discretion-practice.ts';
import type { OwnRecord } from '#lib/platform/own-records.server.ts';
import { ATTEMPT_MODES, PRACTICE_STEPS } from '../../domain/practice-answer.ts';

export const RECORDS: readonly OwnRecord[] = [
	{
		...{ title: '裁量练习', from: practiceAttempt, by: practiceAttempt.officerId, newest: practiceAttempt.startedAt },
		show: {
			编号: practiceAttempt.id,
			案例: sql<string | null>`(select v.title from practice_case_version v
				where v.id = practice_attempt.case_id and v.version = practice_attempt.case_version)`,
			...{ 方式: [practiceAttempt.mode, ATTEMPT_MODES], 难度: practiceAttempt.level, 季度: practiceAttempt.quarter },
			...{ 抽题种子: practiceAttempt.seed, 基准: practiceAttempt.benchmark },
			...{ 开始时间: practiceAttempt.startedAt, 完成时间: practiceAttempt.finishedAt, 得分: practiceAttempt.mark }
		}
	},
	{
		...{ title: '裁量练习的每一步', from: practiceStep, newest: practiceStep.givenAt },
		of: (personId) => sql`attempt_id in (select a.id from practice_attempt a where a.officer_id = ${personId})`,
		show: {
			...{ 练习: practiceStep.attemptId, 步骤: [practiceStep.step, PRACTICE_STEPS] },
			...{ 作答: practiceStep.given, 时间: practiceStep.givenAt },
			// A reference case is decided to the end without a hint, and the copy gives none either.
			评判: sql`(select practice_step.verdicts from practice_attempt a
				where a.id = practice_step.attempt_id and a.finished_at is not null)`
		}
	}
];
