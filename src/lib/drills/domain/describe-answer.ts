import type { Answer, Task } from './item.ts';

/** An answer in words: texts of the options, steps in order, or the number with its unit. */
export function describeAnswer(task: Task, answer: Answer): string[] {
	if (task.type === 'numeric') return [`${String(answer)} ${task.unit}`];
	const texts = new Map((task.type === 'ordering' ? task.steps : task.options).map(({ key, text }) => [key, text]));
	return (answer as readonly string[]).map((key) => texts.get(key) ?? key);
}

/** The right answer in words; of several lawful orders the first. */
export function describeKey(task: Task): string[] {
	if (task.type === 'numeric') return describeAnswer(task, task.value);
	if (task.type === 'ordering') return describeAnswer(task, task.accepted[0]!);
	return task.options.filter(({ correct }) => correct).map(({ text }) => text);
}
