import type { CitedArticle } from '#lib/law/domain/cited-article.ts';
import type { Feedback } from './feedback.ts';
import type { Answer, Task } from './item.ts';
import { markAnswer } from './mark.ts';
import { ask } from './present.ts';

export interface GivenAnswer {
	readonly task: Task;
	readonly given: Answer;
	readonly explanation: string;
	readonly citations: readonly CitedArticle[];
	readonly position: number;
	/** Names the place whose shuffling the officer saw. */
	readonly place: string;
	readonly repeated: boolean;
	readonly nextDue: string | null;
}

/** Marks an answer and lays out the reasons at their places, in the order in which the options were asked. */
export function explain({ task, place, ...answer }: GivenAnswer): Feedback {
	const { given, explanation, citations, position, repeated, nextDue } = answer;
	const { mark, rule, reasons } = markAnswer(task, given);
	const base = { position, mark, rule, given, explanation, citations, repeated, nextDue };
	const none = { options: [], steps: [], value: null, reasons: [] };
	if (task.type === 'numeric') {
		const { value, unit, tolerance } = task;
		return { ...base, ...none, value: { value, unit, tolerance }, reasons: reasons.map(withoutPlace) };
	}
	if (task.type === 'ordering') {
		return { ...base, ...none, steps: task.accepted[0]!, reasons: reasons.map(withoutPlace) };
	}
	const asked = ask(task, place);
	const order = 'options' in asked ? asked.options.map(({ key }) => key) : [];
	const chosen = new Set(given as readonly string[]);
	const options = order.map((key) => {
		const { correct, reason } = task.options.find((option) => option.key === key)!;
		return { key, correct, chosen: chosen.has(key), reason };
	});
	return { ...base, ...none, options };
}

function withoutPlace({ text, right }: { text: string; right: boolean }) {
	return { text, right };
}
