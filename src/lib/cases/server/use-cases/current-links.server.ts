import { readPracticeReferences } from '#lib/discretion/server/use-cases/studio-practice.server.ts';
import { currentRules, readTaskIds } from '#lib/drafting/server/use-cases/studio-tasks.server.ts';
import { readItemIds } from '#lib/drills/server/use-cases/studio-items.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import type { LinkedMaterial } from '../../domain/linked-material.ts';
import { linkedMaterialOf } from './linked-material.server.ts';

/** What a case may name today: material that is shown, and the rules of the files. */
export async function readCurrentLinks(ctx: Ctx): Promise<LinkedMaterial> {
	const [items, tasks, practiceCases] = await Promise.all([
		readItemIds(ctx),
		readTaskIds(ctx),
		readPracticeReferences(ctx)
	]);
	const named = (ids: readonly string[]) => ids.map((id) => ({ id }));
	return linkedMaterialOf({
		items: named(items),
		tasks: named(tasks),
		practiceCases,
		faulty: [],
		rules: currentRules()
	});
}
