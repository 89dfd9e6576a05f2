import { type Result, ok, refuse } from '#lib/shared/result.ts';
import type { Answer, Task } from './item.ts';

/**
 * Reads what was posted into an answer to this task.
 * @param picks the values of the field `pick`, in the order of the form
 * Refuses what cannot be an answer (nothing chosen, an unknown key, two picks of one, text that is no number), with the sentence for the field.
 */
export function readAnswer(task: Task, picks: readonly string[]): Result<Answer> {
	if (task.type === 'numeric') return readNumber(picks[0] ?? '');
	const given = task.type === 'ordering' ? picks.flatMap((pick) => pick.split(',')) : picks;
	const known = new Set((task.type === 'ordering' ? task.steps : task.options).map(({ key }) => key));
	if (given.length === 0 || given.every((key) => key === '')) {
		return refuse('nothing-chosen', task.type === 'multiple' ? '请至少选择一项。' : '请先选择一项。', 'pick');
	}
	if (given.some((key) => !known.has(key)) || new Set(given).size !== given.length) {
		return refuse('unknown-option', '提交的选项不属于本题，请刷新后重新选择。', 'pick');
	}
	if (task.type === 'ordering' && given.length !== task.steps.length) {
		return refuse('steps-missing', '请把所有步骤都排进顺序。', 'pick');
	}
	if (task.type !== 'multiple' && task.type !== 'ordering' && given.length > 1) {
		return refuse('one-only', '本题只能选择一项。', 'pick');
	}
	return ok(given);
}

/** A number as people type it: full-width digits, thousands separators and blanks are understood, 万 is multiplied out. */
function readNumber(text: string): Result<number> {
	const plain = text
		.normalize('NFKC')
		.replace(/[\s,，_]/g, '')
		.replace(/元$/, '');
	const match = /^(-?\d{1,12}(?:\.\d{1,4})?)(万)?$/.exec(plain);
	if (!match) {
		const message =
			plain === '' ? '请填写一个数。' : `“${text.trim().slice(0, 20)}”不是数，请只填数字，例如 15 或 50000。`;
		return refuse('not-a-number', message, 'pick');
	}
	const factor = match[2] ? 10_000 : 1;
	return ok(Number((Number(match[1]) * factor).toFixed(4)));
}
