import { TASK_LEVELS } from './piece-bodies.ts';

/** What the list is narrowed to; '' = everything. */
export interface TaskFilter {
	readonly kind: string;
	readonly level: string;
	readonly industry: string;
	readonly done: string;
}

/** How an officer stands at a task. */
export interface TaskStanding {
	readonly isOpen: boolean;
	/** How often it was handed in. */
	readonly times: number;
	readonly best: number | null;
}

/** What each level asks, as the list says it. */
export const LEVEL_NAMES: Readonly<Record<number, string>> = {
	1: '填一份记录',
	2: '写清事实和要求',
	3: '前后文书对得上',
	4: '写理由和依据',
	5: '完整的决定'
};

export const DONE = { no: '没做过', open: '写到一半', yes: '做过' } as const;

export function standingOf(drafts: readonly { submittedAt: Date | null; score: number | null }[]): TaskStanding {
	const scores = drafts.flatMap(({ score }) => score ?? []);
	return {
		isOpen: drafts.some(({ submittedAt }) => submittedAt === null),
		times: drafts.filter(({ submittedAt }) => submittedAt !== null).length,
		best: scores.length === 0 ? null : Math.max(...scores)
	};
}

interface Listed extends TaskStanding {
	readonly document: string;
	readonly level: number;
	readonly industry: string;
}

/** Tasks that fit a filter, by level; levels without any are left out. */
export function narrowTasks<Task extends Listed>(tasks: readonly Task[], filter: TaskFilter) {
	const fits = ({ document, level, industry, times, isOpen }: Task) =>
		(filter.kind === '' || document === filter.kind) &&
		(filter.level === '' || String(level) === filter.level) &&
		(filter.industry === '' || industry === filter.industry) &&
		(filter.done === '' || filter.done === (isOpen ? 'open' : times > 0 ? 'yes' : 'no'));
	return TASK_LEVELS.map((level) => ({
		...{ level, name: LEVEL_NAMES[level] ?? '' },
		tasks: tasks.filter((one) => one.level === level && fits(one))
	})).filter((one) => one.tasks.length > 0);
}
