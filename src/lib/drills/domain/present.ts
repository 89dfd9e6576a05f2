import { seedOf, seeded, shuffle } from '#lib/shared/random.ts';
import type { Task } from './item.ts';

/** A task without its key: all that may leave the server before the answer. */
export type Asked =
	| { readonly type: 'single' | 'multiple' | 'truefalse'; readonly options: readonly { key: string; text: string }[] }
	| { readonly type: 'numeric'; readonly unit: string; readonly counting: string }
	| { readonly type: 'ordering'; readonly steps: readonly { key: string; text: string }[] };

/**
 * Takes the key off a task and shuffles what may be shuffled, the same way each time for one place in one set.
 * @param place anything that names the place, e.g. `setId/3`
 */
export function ask(task: Task, place: string): Asked {
	const random = seeded(seedOf(place));
	const strip = ({ key, text }: { key: string; text: string }) => ({ key, text });
	switch (task.type) {
		case 'numeric':
			return { type: 'numeric', unit: task.unit, counting: task.counting };
		case 'ordering':
			return { type: 'ordering', steps: shuffle(task.steps, random).map(strip) };
		case 'truefalse':
			return { type: 'truefalse', options: task.options.map(strip) };
		default:
			return { type: task.type, options: shuffle(task.options, random).map(strip) };
	}
}

/** One question as the page shows it before the answer. */
export interface Question {
	readonly position: number;
	readonly itemId: string;
	readonly kind: string;
	readonly why: string;
	readonly stem: string;
	readonly asOf: string;
	readonly asked: Asked;
}
