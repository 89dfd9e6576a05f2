import type { Answer, Choice, Numeric, Ordering, Task } from './item.ts';

/** A mark with what led to it. `reasons` are keyed by option, step pair or value, so that a page can put each at its place. */
export interface Marked {
	/** 0–100; 100 = fully right. */
	readonly mark: number;
	/** How the mark came about, in one sentence. */
	readonly rule: string;
	readonly reasons: readonly { readonly at: string; readonly right: boolean; readonly text: string }[];
}

/**
 * Marks an answer against the key of a task.
 * single, truefalse: 100 or 0 · multiple: (right picks − wrong picks) ÷ keys, never below 0 (a wrong pick cancels a right
 * one), and 0 for ticking everything, also where the right options outnumber the wrong ones · numeric: 100 within
 * ± tolerance · ordering: 100 for an accepted order, else the share of pairs in lawful order beyond chance,
 * 2·share − 1, against the nearest accepted order (Kendall's tau).
 * Shape: choice and ordering take keys, numeric a number; another shape is a bug and throws.
 */
export function markAnswer(task: Task, answer: Answer): Marked {
	if (task.type === 'numeric') {
		if (typeof answer !== 'number') throw new TypeError('a numeric task takes a number');
		return markNumeric(task, answer);
	}
	if (typeof answer === 'number') throw new TypeError(`a ${task.type} task takes keys`);
	return task.type === 'ordering' ? markOrdering(task, answer) : markChoice(task, answer);
}

function markChoice(task: Choice, chosen: readonly string[]): Marked {
	const keys = task.options.filter((option) => option.correct);
	const hits = keys.filter((option) => chosen.includes(option.key)).length;
	const slips = chosen.length - hits;
	const isEverything = task.type === 'multiple' && chosen.length === task.options.length;
	const mark = isEverything ? 0 : Math.round((100 * Math.max(0, hits - slips)) / keys.length);
	const reasons = task.options.map(({ key, correct, reason }) => ({ at: key, right: correct, text: reason }));
	if (task.type !== 'multiple')
		return { mark, rule: mark === 100 ? '选择正确，得满分。' : '选择有误，不得分。', reasons };
	if (isEverything) return { mark, rule: '所有选项都勾选，等于没有选择，不得分。', reasons };
	const missed = keys.length - hits;
	const rule =
		mark === 100
			? `${keys.length} 个应选项全部选中，得满分。`
			: `应选 ${keys.length} 项：选对 ${hits} 项，错选 ${slips} 项，漏选 ${missed} 项；错选一项抵一项，得 ${mark} 分。`;
	return { mark, rule, reasons };
}

/** Whether a number lies in value ± tolerance, bounds included; compared in ten-thousandths, the finest that can be typed. */
export function isWithin({ value, tolerance }: Pick<Numeric, 'value' | 'tolerance'>, given: number): boolean {
	return Math.round(Math.abs(given - value) * 10_000) <= Math.round(tolerance * 10_000);
}

function markNumeric(task: Numeric, given: number): Marked {
	const isRight = isWithin(task, given);
	const range = task.tolerance > 0 ? `（±${task.tolerance}）` : '';
	const key = `正确答案是 ${task.value}${range} ${task.unit}。`;
	const trap = task.traps.find(({ value }) => value === given);
	const reasons = [
		{ at: 'value', right: true, text: task.counting },
		...(trap && !isRight ? [{ at: 'given', right: false, text: trap.reason }] : [])
	];
	return { mark: isRight ? 100 : 0, rule: isRight ? '数值正确，得满分。' : key, reasons };
}

function markOrdering(task: Ordering, given: readonly string[]): Marked {
	const shares = task.accepted.map((order) => shareInOrder(order, given));
	const best = Math.max(...shares);
	const mark = Math.max(0, Math.round(100 * (2 * best - 1)));
	const reasons = task.traps
		.filter(({ first, second }) => given.indexOf(first) < given.indexOf(second))
		.map(({ first, second, reason }) => ({ at: `${first}>${second}`, right: false, text: reason }));
	const percent = Math.round(best * 100);
	const rule =
		mark === 100
			? '顺序合法，得满分。'
			: `与最接近的合法顺序相比，${percent}% 的先后关系正确；扣除随意排列也能碰对的一半后，得 ${mark} 分。`;
	return { mark, rule, reasons };
}

/** The share of pairs that stand in the same order in both lists, 0–1. */
function shareInOrder(order: readonly string[], given: readonly string[]): number {
	let same = 0;
	let pairs = 0;
	for (let left = 0; left < order.length; left++) {
		for (let right = left + 1; right < order.length; right++) {
			pairs++;
			if (given.indexOf(order[left]!) < given.indexOf(order[right]!)) same++;
		}
	}
	return pairs === 0 ? 1 : same / pairs;
}
