import type { SignedIn } from '#lib/platform/ctx.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { keyOf } from '../domain/marking-key.ts';
import type { Answers, PracticeStep } from '../domain/practice-answer.ts';
import type { CaseBody } from '../domain/practice-case.ts';
import type { Asking } from '../domain/practice-questions.ts';
import { practiceBook } from './practice-book.server.ts';
import * as attempts from './repository/practice-attempts.server.ts';
import * as cases from './repository/practice-cases.server.ts';

/** An attempt with everything that its steps are asked and marked from. */
export interface OpenAttempt {
	readonly row: attempts.StoredAttempt;
	readonly body: CaseBody;
	readonly asking: Asking;
	readonly steps: readonly attempts.StoredStep[];
	readonly answers: Answers;
}

/** An officer's own attempt; null when it is not theirs or not there. */
export async function openAttempt({ db, actor }: SignedIn, id: string): Promise<OpenAttempt | null> {
	const row = isId(id) ? await attempts.selectAttempt(db, id, actor.personId) : null;
	if (!row) return null;
	const [body, steps] = await Promise.all([
		row.generated ?? cases.selectCase(db, row.caseId!, row.caseVersion!),
		attempts.selectSteps(db, [id])
	]);
	if (!body) throw new Error(`attempt ${id} has no case`);
	const asking = askingOf(body, row.mode);
	return { row, body, asking, steps, answers: answersOf(steps) };
}

export function askingOf(one: CaseBody, mode: Asking['mode']): Asking {
	const book = practiceBook(one.input.jurisdiction);
	return { one, key: keyOf(one, book), book, mode };
}

export const answersOf = (steps: readonly { step: PracticeStep; given: attempts.StoredStep['given'] }[]): Answers =>
	Object.fromEntries(steps.map(({ step, given }) => [step, given]));
