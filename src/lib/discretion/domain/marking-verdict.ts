import type { Answers, Parts, PracticeStep, Question, Verdict } from './practice-answer.ts';
import { type Asking, questionsOf } from './practice-questions.ts';

/** What a step is marked from: the case, its key, and what was given up to and with this step. */
export interface Marking extends Asking {
	readonly answers: Answers;
	/** What each question is worth. */
	readonly points: ReadonlyMap<string, Parts>;
}

/** How a question came out: its share of the points, and why. */
export interface Outcome {
	/** 0–1 of the points; halves where half is right. */
	readonly share: number;
	readonly right: string;
	readonly why: string;
	readonly source: string;
	readonly isCarried?: boolean;
}

/** Answers every question of a step with what `judge` finds. */
export function verdictsOf(
	step: PracticeStep,
	marking: Marking,
	judge: (question: Question, given: string) => Outcome
): Verdict[] {
	const given = marking.answers[step] ?? {};
	return questionsOf(step, marking, marking.answers).map((question) => {
		const { key, about, prompt } = question;
		const value = given[key] ?? '';
		const { share, right, why, source, isCarried = false } = judge(question, value);
		const of: Parts = marking.points.get(key) ?? 0;
		return {
			...{ key, about, prompt, given: labelOf(question, value), right, why, source, isCarried },
			...{ of, earned: Math.round(of * share) }
		};
	});
}

/** An answer as people read it: `行为终了之日（2026年9月13日）`. */
export function labelOf({ options }: Pick<Question, 'options'>, value: string): string {
	const option = options.find((one) => one.value === value);
	if (!option) return value;
	return option.note ? `${option.label}（${option.note}）` : option.label;
}

/** `0.1` from `gate.0.1`. */
export const placeOf = (key: string): string => key.slice(key.indexOf('.') + 1);
