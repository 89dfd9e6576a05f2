import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import { type Ctx, type SignedIn, inTransaction } from '#lib/platform/ctx.server.ts';
import { pieceFact } from '#lib/ranking/domain/entry.ts';
import { recordEntry } from '#lib/ranking/server/use-cases/record-entry.server.ts';
import { ok, refuse, type Result } from '#lib/shared/result.ts';
import { dayOf } from '#lib/shared/time.ts';
import { hasWritten } from '#lib/studio/server/use-cases/authorship.server.ts';
import { markStep, totalMark } from '../../domain/marking.ts';
import type { Given, PracticeStep } from '../../domain/practice-answer.ts';
import { readGiven } from '../../domain/practice-given.ts';
import { openStep, questionsOf } from '../../domain/practice-questions.ts';
import { quarterOf } from '../../domain/quarter.ts';
import { type OpenAttempt, openAttempt } from '../practice-attempt.server.ts';
import * as attempts from '../repository/practice-attempts.server.ts';

/** What became of a step: given now or before, or what is missing at which question. */
export type StepAnswered =
	| { readonly kind: 'given'; readonly isFinished: boolean }
	| { readonly kind: 'faults'; readonly faults: Readonly<Record<string, string>> };

/**
 * Marks and stores one step. The first answer to a step stands: a second submit (double click, stale tab, retry) changes
 * nothing and leads on from where the attempt is. The last step gives the attempt its mark, and the ledger an entry.
 */
export async function answerStep(
	ctx: Ctx,
	attemptId: string,
	{ step, posted }: { step: PracticeStep; posted: Given }
): Promise<Result<StepAnswered>> {
	const me = authorisePerson(ctx, 'discretion.practise');
	const attempt = await openAttempt(me, attemptId);
	if (!attempt) return refuse('no-such-attempt', '没有这次作答。');
	const { row, answers, asking } = attempt;
	if (answers[step]) return ok({ kind: 'given', isFinished: row.finishedAt !== null });
	if (openStep(asking, answers) !== step) return refuse('not-this-step', '这一步现在不能作答，请从当前的一步继续。');
	if (row.quarter !== null && row.quarter !== quarterOf(dayOf(ctx.now))) {
		return refuse('quarter-over', '这个季度已经结束，没有答完的基准案例不再接收答案。');
	}
	const read = readGiven(questionsOf(step, asking, answers), posted);
	if (!read.ok) return ok({ kind: 'faults', faults: read.faults });
	return ok({ kind: 'given', isFinished: await save(me, attempt, { step, given: read.given }) });
}

/** The step and, with the last one, the mark: all or nothing. @returns whether the attempt is finished */
function save(me: SignedIn, { row, asking, ...attempt }: OpenAttempt, one: { step: PracticeStep; given: Given }) {
	const answers = { ...attempt.answers, [one.step]: one.given };
	const verdicts = markStep(one.step, asking, answers);
	const isLast = openStep(asking, answers) === null;
	return inTransaction(me, async (inner) => {
		const { db, now } = inner;
		const isFirst = await attempts.insertStep(db, { ...one, attemptId: row.id, verdicts, givenAt: now });
		if (!isLast || !isFirst) return isLast;
		const all = [...attempt.steps.flatMap((step) => step.verdicts), ...verdicts];
		const mark = totalMark(all);
		await attempts.finishAttempt(db, row.id, { mark, now });
		await recordFirst(inner, row, mark);
		return true;
	});
}

/**
 * What was decided goes into the ledger: of an authored case the first time only, because afterwards its solution is known,
 * and never of one that the officer wrote. Drawn cases can be drawn until one is easy.
 */
async function recordFirst(me: SignedIn, row: OpenAttempt['row'], mark: number): Promise<void> {
	const { id, caseId, caseVersion, officerId, level } = row;
	if (caseId === null || (await attempts.hasFinishedBefore(me.db, { id, officerId, caseId }))) return;
	if (await hasWritten(me, { kind: 'discretion-case', pieceId: caseId }, officerId)) return;
	await recordEntry(me, {
		...{ officerId, unitId: me.actor.unitId, source: 'discretion-case', sourceId: id, day: dayOf(me.now) },
		...{ complete: true, facts: [pieceFact(`practice:${caseId}@${caseVersion}`, mark, level)] }
	});
}
