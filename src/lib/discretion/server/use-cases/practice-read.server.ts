import { authorisePerson } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Result, ok, refuse } from '#lib/shared/result.ts';
import { clockOf, dayOf, formatShortDay } from '#lib/shared/time.ts';
import { PRACTICE_STEPS, type Verdict, pointsOf } from '../../domain/practice-answer.ts';
import { pointsOfCase } from '../../domain/marking-points.ts';
import { openStep, questionsOf, stepsAhead } from '../../domain/practice-questions.ts';
import { finesOf, modelText, trapsOf } from '../../domain/practice-result.ts';
import type { AttemptView, MarkedStep, ResultView, StepMark } from '../../domain/practice-view.ts';
import { readable } from '../../domain/marking-law.ts';
import { practiceBook } from '../practice-book.server.ts';
import { type OpenAttempt, openAttempt } from '../practice-attempt.server.ts';
import type { StoredStep } from '../repository/practice-attempts.server.ts';

/**
 * An officer's own attempt: the case, the step that is open, the verdict on the one just given, or the result. In a reference
 * case nothing is told before the end.
 */
export async function readAttempt(ctx: Ctx, id: string, after: string | null): Promise<Result<AttemptView>> {
	const me = authorisePerson(ctx, 'discretion.practise');
	const attempt = await openAttempt(me, id);
	if (!attempt) return refuse('no-such-attempt', '没有这次作答。');
	const { row, body, asking, answers, steps } = attempt;
	const isFinished = row.finishedAt !== null;
	const isTold = isFinished || row.mode === 'practice';
	const step = isFinished ? null : openStep(asking, answers);
	const last = isTold ? steps.find((one) => one.step === after) : undefined;
	return ok({
		...{ id, title: body.title, level: row.level, industry: body.industry, storyHtml: body.storyHtml },
		...{ evidence: body.evidence, isGenerated: row.generated !== null },
		...{ isReference: row.mode === 'reference', quarter: row.quarter, strip: stripOf(attempt, isTold) },
		open: step && { step, label: PRACTICE_STEPS[step], questions: questionsOf(step, asking, answers) },
		marked: last ? toMarked(last) : null,
		recap: steps.flatMap(({ verdicts }) => verdicts.map(({ about, prompt, given }) => ({ about, prompt, given }))),
		result: isFinished ? toResult(attempt) : null
	});
}

const sum = (verdicts: readonly Verdict[], of: 'earned' | 'of') => verdicts.reduce((total, one) => total + one[of], 0);

function stripOf({ asking, answers, steps }: OpenAttempt, isTold: boolean): StepMark[] {
	const open = openStep(asking, answers);
	return stepsAhead(asking, answers).map((step) => {
		const given = steps.find((one) => one.step === step);
		const state = given ? 'given' : step === open ? 'open' : 'later';
		const isShown = given && isTold;
		return {
			...{ step, label: PRACTICE_STEPS[step], state },
			earned: isShown ? pointsOf(sum(given.verdicts, 'earned')) : null,
			of: isShown ? pointsOf(sum(given.verdicts, 'of')) : null
		};
	});
}

function toMarked({ step, verdicts, givenAt }: StoredStep): MarkedStep {
	const at = `${formatShortDay(dayOf(givenAt))} ${clockOf(givenAt)}`;
	const points = { earned: pointsOf(sum(verdicts, 'earned')), of: pointsOf(sum(verdicts, 'of')) };
	return { step, label: PRACTICE_STEPS[step], at, ...points, verdicts };
}

function toResult({ row, body, asking, answers, steps }: OpenAttempt): ResultView {
	const verdicts = steps.flatMap((one) => one.verdicts);
	const { benchmark } = asking.book;
	const worth = [...pointsOfCase(asking.key).values()].reduce((total, parts) => total + parts, 0);
	const missed = pointsOf(worth - sum(verdicts, 'of'));
	const skipped = missed > 0 ? [`有 ${missed} 分的步骤没有走到：关口上停早了。`] : [];
	return {
		...{ mark: row.mark ?? 0, steps: steps.map(toMarked), fines: finesOf(asking, answers) },
		traps: trapsOf(asking, verdicts, practiceBook(body.input.jurisdiction).traps),
		warnings: [...skipped, ...asking.key.warnings.map((text) => readable(text, asking.book))],
		...{ lessonHtml: body.lessonHtml, model: modelText(asking, answers) },
		benchmark: `${benchmark.title}第${benchmark.version}版`
	};
}
