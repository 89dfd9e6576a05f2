import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { ok, refuse } from '#lib/shared/result.ts';
import { describeAnswer, describeKey } from '../../domain/describe-answer.ts';
import { ITEM_TYPES } from '../../domain/item.ts';
import { DRILL_KINDS } from '../../domain/kinds.ts';
import * as bankRepository from '../repository/bank.server.ts';

/** A version of an item with its key and reasons, for whoever reviews what a change of law did to it. */
export async function readItemForReview(ctx: Ctx, id: string, version: number) {
	authorise(ctx, 'law.readChanges');
	const [row] = await bankRepository.selectVersions(ctx.db, [{ id, version }]);
	if (!row) return refuse('no-such-item', '没有这道题。');
	const { task, stem, explanation, asOf, author, internalReview, legalReview } = row.body;
	const options =
		'options' in task
			? task.options.map(({ key, text, correct, reason }) => ({ key, text, correct, reason }))
			: task.type === 'ordering'
				? []
				: task.traps.map(({ value, reason }) => ({
						...{ key: String(value), text: describeAnswer(task, value)[0]!, correct: false, reason }
					}));
	return ok({
		...{ id, version, title: row.title, kindLabel: DRILL_KINDS[row.kind], typeLabel: ITEM_TYPES[task.type] },
		...{ stem, explanation, asOf, author, options, answer: describeKey(task) },
		reviews: [internalReview?.by, legalReview?.by].filter((name) => name !== undefined)
	});
}
