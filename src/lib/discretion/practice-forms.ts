import { type Given, type PracticeStep, isPracticeStep } from './domain/practice-answer.ts';

/** Reads a posted step: `step`, and a field `q.<key>` for each question. */
export function readStepForm(data: FormData): { step: PracticeStep; posted: Given } | null {
	const step = data.get('step');
	if (typeof step !== 'string' || !isPracticeStep(step)) return null;
	const posted = [...data].flatMap(([name, value]) =>
		name.startsWith('q.') && typeof value === 'string' ? [[name.slice(2), value]] : []
	);
	return { step, posted: Object.fromEntries(posted) as Given };
}
