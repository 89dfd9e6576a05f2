import type { Choice, Numeric, Ordering, Task } from './item.ts';
import { isWithin } from './mark.ts';

export interface TaskFault {
	readonly field: string;
	readonly message: string;
}

/** The first thing that makes a task unanswerable or unfair, for the content checker; null when it is sound. */
export function findTaskFault(task: Task): TaskFault | null {
	if (task.type === 'numeric') return findNumericFault(task);
	if (task.type === 'ordering') return findOrderingFault(task);
	return findChoiceFault(task);
}

function findChoiceFault({ type, options }: Choice): TaskFault | null {
	const keys = options.map(({ key }) => key);
	const right = options.filter(({ correct }) => correct).length;
	if (new Set(keys).size !== keys.length) return { field: 'options', message: '选项代号重复' };
	if (type === 'truefalse' && keys.join() !== 't,f')
		return { field: 'options', message: '判断题只有 t（正确）和 f（错误）两个选项' };
	if (type !== 'truefalse' && (keys.length < 3 || keys.length > 6))
		return { field: 'options', message: '选项应为三至六个' };
	if (type === 'multiple' && (right < 2 || right === options.length)) {
		return { field: 'options', message: '多选题应有两个以上正确选项，且不能全选' };
	}
	if (type !== 'multiple' && right !== 1) return { field: 'options', message: '只能有一个正确选项' };
	return null;
}

function findNumericFault(task: Numeric): TaskFault | null {
	const accepted = task.traps.findIndex((trap) => isWithin(task, trap.value));
	return accepted === -1 ? null : { field: `traps.${accepted}.value`, message: '这个错误值落在正确范围内' };
}

function findOrderingFault({ steps, accepted, traps }: Ordering): TaskFault | null {
	const keys = steps.map(({ key }) => key).sort();
	if (new Set(keys).size !== keys.length) return { field: 'steps', message: '步骤代号重复' };
	const wrong = accepted.findIndex((order) => [...order].sort().join() !== keys.join());
	if (wrong !== -1) return { field: `accepted.${wrong}`, message: '每个顺序都要恰好包含全部步骤' };
	const isPair = (first: string, second: string) => first !== second && keys.includes(first) && keys.includes(second);
	const strange = traps.findIndex(({ first, second }) => !isPair(first, second));
	if (strange !== -1) return { field: `traps.${strange}`, message: '应写本题里两个不同步骤的代号' };
	const stands = (order: readonly string[], first: string, second: string) =>
		order.indexOf(first) < order.indexOf(second);
	const lawful = traps.findIndex(({ first, second }) => accepted.some((order) => stands(order, first, second)));
	return lawful === -1 ? null : { field: `traps.${lawful}`, message: '某个合法顺序里正是这样排列的' };
}
