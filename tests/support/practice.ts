import { readContent } from '#db/seed/content.ts';
import { keyOf } from '#lib/discretion/domain/marking-key.ts';
import type { Answers, AttemptMode, Given, PracticeStep } from '#lib/discretion/domain/practice-answer.ts';
import type { PracticeCase } from '#lib/discretion/domain/practice-case.ts';
import { modelAnswer } from '#lib/discretion/domain/practice-model.ts';
import { type Asking, openStep } from '#lib/discretion/domain/practice-questions.ts';
import { bookOf } from '#lib/discretion/server/use-cases/book-of-files.server.ts';
import { projectRoot } from '#lib/platform/project-root.server.ts';

const { content } = readContent(projectRoot());
export const { practiceCases, laws } = content;
/** For a database without our laws. */
export const uncitedCases = practiceCases.map((one) => ({ ...one, citations: [] }));
export const BOOK = bookOf(content, 'default')!;

export function caseOf(id: string): PracticeCase {
	return practiceCases.find((one) => one.id === id)!.body;
}

export function askingOf(one: PracticeCase, mode: AttemptMode = 'practice'): Asking {
	return { one, key: keyOf(one, BOOK), book: BOOK, mode };
}

/** Goes through a case; `stray` changes what the engine would answer at a step. */
export function walk(asking: Asking, stray: (step: PracticeStep, model: Given, before: Answers) => Given): Answers {
	let answers: Answers = {};
	for (let step = openStep(asking, answers); step; step = openStep(asking, answers)) {
		answers = { ...answers, [step]: stray(step, modelAnswer(step, asking, answers), answers) };
	}
	return answers;
}
export const perfect = (asking: Asking): Answers => walk(asking, (_, model) => model);
