import * as v from 'valibot';
import { PREFIXES } from './domain/form-names.ts';
import { CRITERIA_MOST, type GuideForm } from './domain/guide-form.ts';
import type { TaskForm } from './domain/task-form.ts';
import { COMMENTS_LIMIT, COMMENT_LIMIT, type FieldComment, type Levels } from './domain/marking/mark-sheet.ts';
import { OUTCOMES, type Outcome } from './domain/marking/objection.ts';

/** A posted sheet; what the guide does not know is for the use-case to drop. */
export function readSheetForm(data: FormData): { levels: Levels; comments: FieldComment[] } {
	const levels: Record<string, number> = {};
	const comments: FieldComment[] = [];
	for (const [name, value] of data) {
		if (typeof value !== 'string') continue;
		if (name.startsWith(PREFIXES.level) && /^\d{1,2}$/.test(value))
			levels[name.slice(PREFIXES.level.length)] = Number(value);
		const text = value.trim().slice(0, COMMENT_LIMIT);
		if (name.startsWith(PREFIXES.comment) && text !== '' && comments.length < COMMENTS_LIMIT) {
			comments.push({ path: name.slice(PREFIXES.comment.length), text });
		}
	}
	return { levels, comments };
}

export const objectionForm = v.object({ reason: v.optional(v.string(), '') });
export const recusalForm = v.object({ why: v.optional(v.string(), '') });
export const answerForm = v.object({
	outcome: v.picklist(Object.keys(OUTCOMES) as [Outcome], '选择维持还是改按复核评分。'),
	answer: v.optional(v.string(), '')
});

/** A posted guide: `criterion` is repeated once a row, and so is each of its parts, in the same order. */
export function readGuidePost(data: FormData): { form: GuideForm; seen: number } {
	const all = (name: string) => data.getAll(name).map((one) => (typeof one === 'string' ? one.slice(0, 4000) : ''));
	const [titles, weights, questions, levels] = ['title', 'weight', 'question', 'levels'].map((part) =>
		all(`criterion.${part}`)
	) as [string[], string[], string[], string[]];
	const criteria = all('criterion.id')
		.slice(0, CRITERIA_MOST)
		.map((id, at) => ({
			...{ id, title: titles[at] ?? '', weight: weights[at] ?? '' },
			...{ question: questions[at] ?? '', levels: levels[at] ?? '' }
		}));
	const one = (name: string) => all(name)[0] ?? '';
	const form = { title: one('title'), limit: one('limit'), documents: all('documents'), criteria };
	return { form, seen: Number(one('seen')) || 0 };
}

/** A posted task. */
export function readTaskPost(data: FormData): TaskForm {
	const all = (name: string) => data.getAll(name).map((one) => (typeof one === 'string' ? one.slice(0, 20_000) : ''));
	const one = (name: string) => all(name)[0] ?? '';
	const points = [...data].flatMap(([name, value]) =>
		name.startsWith(PREFIXES.points) && typeof value === 'string'
			? [[name.slice(PREFIXES.points.length), value] as const]
			: []
	);
	return {
		...{ title: one('title'), level: one('level'), minutes: one('minutes'), brief: one('brief') },
		...{ photos: one('photos'), evidence: one('evidence'), given: all('given'), prefilled: all('prefilled') },
		...{ points: Object.fromEntries(points), guide: one('guide') }
	};
}
