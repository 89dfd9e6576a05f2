import * as v from 'valibot';
import { findTaskFault } from '#lib/drills/domain/task-faults.ts';
import { citation, line, slug } from '#lib/platform/content-files.server.ts';

/** A checkpoint as its fence is written. */
export const checkpointSchema = v.strictObject({
	id: v.pipe(slug, v.notValue('decide', 'decide 这个编号留给“先裁后看”')),
	type: v.picklist(['single', 'multiple', 'truefalse']),
	stem: line,
	// The keys follow the order: a, b, c … (t and f for true or false).
	options: v.pipe(
		v.array(v.strictObject({ text: line, correct: v.boolean(), reason: line })),
		v.minLength(2),
		v.maxLength(6)
	),
	explanation: line,
	citations: v.optional(v.array(citation), []),
	items: v.optional(v.array(slug), [])
});

/** The task of a checkpoint, and what is wrong with it. */
export function toTask({ type, options: choices }: Pick<v.InferOutput<typeof checkpointSchema>, 'type' | 'options'>) {
	const keys = type === 'truefalse' ? 'tf' : 'abcdef';
	const task = { type, options: choices.map((choice, index) => ({ key: keys[index]!, ...choice })) };
	return { task, fault: findTaskFault(task) };
}
