import { mayRun } from '#lib/identity/domain/permissions.ts';
import { authorise } from '#lib/identity/server/use-cases/authorise.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { clockOf, dayOf, formatShortDay } from '#lib/shared/time.ts';
import { type TaskFilter, narrowTasks, standingOf } from '../../domain/task-list.ts';
import * as drafts from '../repository/drafts.server.ts';
import { selectShownHeads, selectShownTitles } from '../repository/pieces.server.ts';
import { ruleBookOf } from '../rule-books.server.ts';

/** The tasks that are shown, easiest first, with the own standing at each, and what the officer has begun and handed in. */
export async function readTasks(ctx: Ctx, filter: TaskFilter) {
	authorise(ctx, 'drafting.readTasks');
	const mayWrite = mayRun(ctx.actor, 'drafting.practise');
	const [heads, own] = await Promise.all([
		selectShownHeads(ctx.db, 'task'),
		mayWrite ? drafts.selectOwn(ctx.db, ctx.actor!.personId) : []
	]);
	const { documents } = ruleBookOf('default');
	const titleOf = (kind: string) => documents.get(kind)?.title ?? kind;
	const tasks = heads.map(({ id, title, head: { document, level, industry, minutes, guide } }) => ({
		...{ id, title, document, level, industry, minutes, isMarked: guide !== null },
		...{ documentTitle: titleOf(document), ...standingOf(own.filter(({ taskId }) => taskId === id)) }
	}));
	const shown = own.map(({ startedAt: _, submittedAt, savedAt, ...one }) => ({
		...{ ...one, documentTitle: titleOf(one.document), isSubmitted: submittedAt !== null },
		at: `${formatShortDay(dayOf(submittedAt ?? savedAt))} ${clockOf(submittedAt ?? savedAt)}`
	}));
	return {
		...{ filter, mayWrite, total: tasks.length, levels: narrowTasks(tasks, filter) },
		kinds: [...new Map(tasks.map((one) => [one.document, one.documentTitle]))].map(([id, title]) => ({ id, title })),
		industries: [...new Set(tasks.map(({ industry }) => industry))],
		open: shown.filter(({ isSubmitted }) => !isSubmitted),
		submitted: shown.filter(({ isSubmitted }) => isSubmitted).slice(0, RECENT)
	};
}

const RECENT = 12;

/** Titles of the tasks that are shown now, in the order asked. */
export async function readTaskTitles(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; title: string }[]> {
	authorise(ctx, 'drafting.readTasks');
	if (ids.length === 0) return [];
	const titles = await selectShownTitles(ctx.db, 'task', ids);
	return ids.flatMap((id) => (titles.has(id) ? [{ id, title: titles.get(id)! }] : []));
}
