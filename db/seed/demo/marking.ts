import type { Levels } from '#lib/drafting/domain/marking/mark-sheet.ts';
import type { MarkingView } from '#lib/drafting/domain/marking/marking-view.ts';
import { giveMark } from '#lib/drafting/server/use-cases/mark-draft.server.ts';
import { readMarking, readMarkingQueue } from '#lib/drafting/server/use-cases/read-marking.server.ts';
import { readActor, readHolders } from '#lib/identity/server/use-cases/directory.server.ts';
import type { Ctx } from '#lib/platform/ctx.server.ts';
import { type Random, seedOf, seeded } from '#lib/shared/random.ts';
import { dayOf } from '#lib/shared/time.ts';
import { expectDone } from './expect-done.ts';

/** Share of waiting documents that a marker does on a day: some are still open, a few overdue. */
const DILIGENCE = 0.5;
/** What markers write beside a field, by how good the document is. */
const REMARKS = {
	good: '时间、地点、主体、行为都在，证据编号也对得上，可以给别人当样子。',
	fair: '事实讲清了，理由短了一点：因子对应哪份证据，请写出来。',
	weak: '只有结论，没有过程。请把看到什么、怎么查到的按先后写完整。'
} as const;

/** One morning of everybody who marks: what waits is read and most of it is marked. */
export async function playMarking(ctx: Ctx): Promise<void> {
	const holders = await readHolders(ctx, ['trainer', 'legal-reviewer', 'judge']);
	for (const { id } of holders) {
		const marker = { ...ctx, actor: await readActor(ctx, id), request: 'demo' };
		const { open } = await readMarkingQueue(marker);
		const random = seeded(seedOf(`demo-marking:${id}:${dayOf(ctx.now)}`));
		for (const one of open) {
			if (one.isSecondLook || random() > DILIGENCE) continue;
			const view = expectDone(await readMarking(marker, one.id));
			expectDone(await giveMark(marker, one.id, sheetFor(view, random)));
		}
	}
}

/** Markers follow what the machine found, each a little differently. */
function sheetFor({ guide, report, rows }: MarkingView, random: Random) {
	const quality = Math.min(1, Math.max(0, report.score / 100 + (random() - 0.6) * 0.35));
	const levels: Record<keyof Levels, number> = {};
	for (const { id, levels: steps } of guide.criteria) {
		const level = Math.round(quality * (steps.length - 1) + (random() - 0.5) * 0.9);
		levels[id] = Math.min(steps.length - 1, Math.max(0, level));
	}
	const path = rows.find(({ value }) => value?.kind === 'text' && value.text.length > 60)?.field;
	const text = quality > 0.8 ? REMARKS.good : quality > 0.55 ? REMARKS.fair : REMARKS.weak;
	return { levels, comments: path ? [{ path: `f.${path}`, text }] : [] };
}
